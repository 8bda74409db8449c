import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useEffect, useMemo } from "react"
import { useForm, useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { AffiliateField } from "../../../../components/fields/affiliate-field"
import { ChoiceField } from "../../../../components/fields/choice-field"
import { FigureField } from "../../../../components/fields/figure-field"
import { SelectField } from "../../../../components/fields/select-field"
import { TextareaField } from "../../../../components/fields/text-field"
import { FieldGrid } from "../../../../components/form-section"
import { DrawerForm } from "../../../../components/modal-form"
import { useErrorToast } from "../../../../components/use-error-toast"
import { useCreateAdjustment } from "../../../../hooks/commissions"
import { useStoreCurrencies } from "../../../../hooks/store-currencies"
import { useFormat } from "../../../../lib/format"
import { zodResolver } from "../../../../lib/zod-resolver"
import { BalanceAfter } from "./balance-after"
import type { AdjustValues } from "./adjust-schema"
import { adjustSchema, signedAmount, toAdjustment } from "./adjust-schema"

export const AdjustForm = () => {
  const { t } = useTranslation("affiliate")
  const { money, currencyName } = useFormat()
  const showError = useErrorToast()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useCreateAdjustment()
  const currencies = useStoreCurrencies()

  const form = useForm<AdjustValues>({
    resolver: zodResolver(useMemo(() => adjustSchema(t), [t])),
    defaultValues: {
      affiliate_id: "",
      direction: "give",
      currency_code: "",
      amount: "",
      reason: "",
    },
  })
  const { control, setValue } = form
  const values = useWatch({ control })

  const first = currencies[0]
  useEffect(() => {
    if (first && !form.getValues("currency_code")) {
      setValue("currency_code", first)
    }
  }, [first, form, setValue])

  const submit = form.handleSubmit(async (data) => {
    const body = toAdjustment(data)
    await mutateAsync(body, {
      onSuccess: ({ commission }) => {
        toast.success(
          t("commissions.adjust.done", {
            amount: money(body.amount, body.currency_code),
            name: commission.affiliate.name,
          })
        )
        handleSuccess()
      },
      onError: showError,
    }).catch(() => undefined)
  })

  const change = signedAmount({
    direction: values.direction ?? "give",
    amount: values.amount ?? "",
  })

  return (
    <DrawerForm
      form={form}
      title={t("commissions.adjust.title")}
      description={t("commissions.adjust.description")}
      submitText={t("commissions.adjust.submit")}
      isPending={isPending}
      onSubmit={submit}
    >
      <AffiliateField
        control={control}
        name="affiliate_id"
        label={t("commissions.adjust.affiliate")}
      />
      <ChoiceField
        control={control}
        name="direction"
        label={t("commissions.adjust.direction")}
        columns={2}
        options={[
          {
            value: "give",
            label: t("commissions.adjust.give"),
            description: t("commissions.adjust.giveHint"),
          },
          {
            value: "take",
            label: t("commissions.adjust.take"),
            description: t("commissions.adjust.takeHint"),
          },
        ]}
      />
      <FieldGrid>
        <FigureField
          control={control}
          name="amount"
          label={t("commissions.adjust.amount")}
          before={values.currency_code?.toUpperCase()}
        />
        <SelectField
          control={control}
          name="currency_code"
          label={t("commissions.adjust.currency")}
          options={currencies.map((code) => ({
            value: code,
            label: `${code.toUpperCase()} · ${currencyName(code)}`,
          }))}
        />
      </FieldGrid>
      <TextareaField
        control={control}
        name="reason"
        label={t("commissions.adjust.reason")}
        placeholder={t("commissions.adjust.reasonPlaceholder")}
      />
      {values.affiliate_id && values.currency_code && change !== null && (
        <BalanceAfter
          affiliateId={values.affiliate_id}
          currencyCode={values.currency_code}
          change={change}
        />
      )}
    </DrawerForm>
  )
}
