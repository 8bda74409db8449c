import { RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { InlineTip, toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { ChoiceField } from "../../../../components/fields/choice-field"
import { TextField } from "../../../../components/fields/text-field"
import { DrawerForm } from "../../../../components/modal-form"
import { useErrorToast } from "../../../../components/use-error-toast"
import { useAffiliate, useSetPayoutMethod } from "../../../../hooks/affiliates"
import { zodResolver } from "../../../../lib/zod-resolver"
import type { AffiliateDetail } from "../../../../types"
import type { BankForm } from "./bank-form"
import { bankFormSchema, EMPTY_BANK, toDetails } from "./bank-form"

const PayoutMethodPage = () => {
  const { id = "" } = useParams()
  const { affiliate } = useAffiliate(id)

  return (
    <RouteDrawer>
      {affiliate && <PayoutMethodForm affiliate={affiliate} />}
    </RouteDrawer>
  )
}

const PayoutMethodForm = ({ affiliate }: { affiliate: AffiliateDetail }) => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useSetPayoutMethod(affiliate.id)
  const form = useForm<BankForm>({
    defaultValues: EMPTY_BANK,
    resolver: zodResolver(bankFormSchema(t)),
  })
  const { control } = form
  const kind = form.watch("kind")

  const submit = form.handleSubmit((values) =>
    mutate(
      { provider: "manual", details: toDetails(values) },
      {
        onSuccess: () => {
          toast.success(t("affiliates.payoutMethod.done"))
          handleSuccess()
        },
        onError: showError,
      }
    )
  )

  return (
    <DrawerForm
      form={form}
      title={t(
        affiliate.payout_method
          ? "affiliates.payoutMethod.edit"
          : "affiliates.payoutMethod.add"
      )}
      description={t("affiliates.payoutMethod.description")}
      submitText={t("common.actions.save")}
      isPending={isPending}
      onSubmit={submit}
    >
      {affiliate.payout_method && (
        <InlineTip label={t("affiliates.payoutMethod.onFile")}>
          {t("affiliates.payoutMethod.replaces")}
        </InlineTip>
      )}
      <ChoiceField
        control={control}
        name="kind"
        label={t("affiliates.payoutMethod.kind")}
        columns={2}
        options={[
          {
            value: "iban",
            label: t("affiliates.payoutMethod.kindIban"),
            description: t("affiliates.payoutMethod.kindIbanHint"),
          },
          {
            value: "number",
            label: t("affiliates.payoutMethod.kindNumber"),
            description: t("affiliates.payoutMethod.kindNumberHint"),
          },
        ]}
      />
      <TextField
        control={control}
        name="account_holder"
        label={t("affiliates.payoutMethod.account_holder")}
      />
      {kind === "iban" ? (
        <>
          <TextField
            control={control}
            name="iban"
            label={t("affiliates.payoutMethod.iban")}
            transform={(text) => text.toUpperCase()}
          />
          <TextField
            control={control}
            name="bic"
            label={t("affiliates.payoutMethod.bic")}
            transform={(text) => text.toUpperCase()}
            optional
          />
        </>
      ) : (
        <>
          <TextField
            control={control}
            name="account_number"
            label={t("affiliates.payoutMethod.account_number")}
          />
          <TextField
            control={control}
            name="routing_number"
            label={t("affiliates.payoutMethod.routing_number")}
            optional
          />
        </>
      )}
      <TextField
        control={control}
        name="bank_name"
        label={t("affiliates.payoutMethod.bank_name")}
        optional
      />
      <TextField
        control={control}
        name="note"
        label={t("affiliates.payoutMethod.note")}
        optional
      />
    </DrawerForm>
  )
}

export default PayoutMethodPage
