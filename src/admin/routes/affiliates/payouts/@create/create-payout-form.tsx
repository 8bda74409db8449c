import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useEffect, useMemo } from "react"
import { useForm, useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { AffiliateField } from "../../../../components/fields/affiliate-field"
import { FigureField } from "../../../../components/fields/figure-field"
import { FocusForm } from "../../../../components/modal-form"
import { useErrorToast } from "../../../../components/use-error-toast"
import { useAffiliate } from "../../../../hooks/affiliates"
import { useCreatePayout } from "../../../../hooks/payouts"
import { paths } from "../../../../lib/paths"
import { zodResolver } from "../../../../lib/zod-resolver"
import { BalanceField } from "./balance-field"
import type { CreatePayoutValues } from "./create-schema"
import { createPayoutSchema, toPayout } from "./create-schema"
import { MethodOnFile } from "./method-on-file"

export const CreatePayoutForm = () => {
  const { t } = useTranslation("affiliate")
  const showError = useErrorToast()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useCreatePayout()

  const form = useForm<CreatePayoutValues>({
    resolver: zodResolver(useMemo(() => createPayoutSchema(t), [t])),
    defaultValues: { affiliate_id: "", currency_code: "", amount: "" },
  })
  const { control, setValue } = form
  const { affiliate_id: affiliateId = "", currency_code: currencyCode = "" } =
    useWatch({ control })
  const { affiliate } = useAffiliate(affiliateId, { enabled: !!affiliateId })

  // Another affiliate has other balances.
  useEffect(() => {
    const first = affiliate?.balances.find(({ available }) => available > 0)
    setValue("currency_code", first?.currency_code ?? "")
    setValue("amount", "")
  }, [affiliate?.id, setValue])

  const submit = form.handleSubmit(async (data) => {
    await mutateAsync(toPayout(data), {
      onSuccess: ({ payout }) => {
        toast.success(t("payouts.create.done", { number: payout.display_id }))
        handleSuccess(paths.payout(payout.id))
      },
      onError: showError,
    }).catch(() => undefined)
  })

  return (
    <FocusForm
      form={form}
      title={t("payouts.create.title")}
      description={t("payouts.create.description")}
      submitText={t("payouts.create.submit")}
      isPending={isPending}
      isDisabled={!!affiliateId && !currencyCode}
      onSubmit={submit}
    >
      <AffiliateField
        control={control}
        name="affiliate_id"
        label={t("payouts.create.affiliate")}
      />
      {affiliate && affiliate.id === affiliateId && (
        <>
          <MethodOnFile affiliate={affiliate} />
          <BalanceField
            control={control}
            name="currency_code"
            balances={affiliate.balances}
          />
          {currencyCode && (
            <FigureField
              control={control}
              name="amount"
              label={t("payouts.create.amount")}
              hint={t("payouts.create.amountHint")}
              before={currencyCode.toUpperCase()}
              optional
            />
          )}
        </>
      )}
    </FocusForm>
  )
}
