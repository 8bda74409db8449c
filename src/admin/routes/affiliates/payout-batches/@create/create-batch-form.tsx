import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm, useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { SelectField } from "../../../../components/fields/select-field"
import { FocusForm } from "../../../../components/modal-form"
import { useErrorToast } from "../../../../components/use-error-toast"
import {
  useCreatePayoutBatch,
  usePayoutBatchPreview,
} from "../../../../hooks/payout-batches"
import { usePrograms } from "../../../../hooks/programs"
import { useStoreCurrencies } from "../../../../hooks/store-currencies"
import { useFormat } from "../../../../lib/format"
import { paths } from "../../../../lib/paths"
import type { CreatePayoutBatch } from "../../../../types"
import { PreviewFigures } from "./preview-figures"

/** As many programs as the dashboard's own fields load at once. */
const PROGRAMS_MAX = 100
/** A select has no value for nothing. */
const ALL = "all"

type Values = { program_id: string; currency_code: string }

const toBatch = ({ program_id, currency_code }: Values): CreatePayoutBatch => ({
  currency_code,
  ...(program_id === ALL ? {} : { program_id }),
})

/** Chooses whom a batch is for, and shows who is due before it is made. */
export const CreateBatchForm = () => {
  const { t } = useTranslation("affiliate")
  const { currencyName } = useFormat()
  const showError = useErrorToast()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useCreatePayoutBatch()
  const { programs = [] } = usePrograms({ limit: PROGRAMS_MAX, order: "name" })
  const currencies = useStoreCurrencies()

  const form = useForm<Values>({
    defaultValues: { program_id: ALL, currency_code: "" },
  })
  const { control } = form
  const { program_id: programId = ALL, currency_code: currencyCode = "" } =
    useWatch({ control })
  const { preview, error } = usePayoutBatchPreview(
    toBatch({ program_id: programId, currency_code: currencyCode }),
    { enabled: !!currencyCode }
  )

  const submit = form.handleSubmit(async (values) => {
    await mutateAsync(toBatch(values), {
      onSuccess: ({ payout_batch }) => {
        toast.success(
          t("payoutBatches.create.done", { number: payout_batch.display_id })
        )
        handleSuccess(paths.payoutBatch(payout_batch.id))
      },
      onError: showError,
    }).catch(() => undefined)
  })

  return (
    <FocusForm
      form={form}
      title={t("payoutBatches.create.title")}
      description={t("payoutBatches.create.description")}
      submitText={t("payoutBatches.create.submit")}
      isPending={isPending}
      isDisabled={!preview?.item_count}
      onSubmit={submit}
    >
      <SelectField
        control={control}
        name="program_id"
        label={t("payoutBatches.fields.program")}
        options={[
          { value: ALL, label: t("payoutBatches.allPrograms") },
          ...programs.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SelectField
        control={control}
        name="currency_code"
        label={t("payoutBatches.fields.currency")}
        options={currencies.map((code) => ({
          value: code,
          label: currencyName(code),
        }))}
      />
      {currencyCode && <PreviewFigures preview={preview} error={error} />}
    </FocusForm>
  )
}
