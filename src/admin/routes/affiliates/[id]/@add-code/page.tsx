import { RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { z } from "@medusajs/framework/zod"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { PercentField } from "../../../../components/fields/figure-field"
import { TextField } from "../../../../components/fields/text-field"
import { DrawerForm } from "../../../../components/modal-form"
import { useErrorToast } from "../../../../components/use-error-toast"
import { useAddCode } from "../../../../hooks/affiliates"
import { isCode } from "../../../../lib/codes"
import type { Translate } from "../../../../lib/form-rules"
import { percentRule, readOptional, textRule } from "../../../../lib/form-rules"
import { zodResolver } from "../../../../lib/zod-resolver"

const codeSchema = (t: Translate) =>
  z.object({
    code: textRule(t).refine(isCode, {
      error: t("affiliates.create.codeInvalid"),
    }),
    discount: percentRule(t, { optional: true, positive: true }),
  })

type CodeForm = z.infer<ReturnType<typeof codeSchema>>

const AddCodePage = () => (
  <RouteDrawer>
    <AddCodeForm />
  </RouteDrawer>
)

const AddCodeForm = () => {
  const { t } = useTranslation("affiliate")
  const { id = "" } = useParams()
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useAddCode(id)
  const form = useForm<CodeForm>({
    defaultValues: { code: "", discount: "" },
    resolver: zodResolver(codeSchema(t)),
  })

  const submit = form.handleSubmit(({ code, discount }) =>
    mutate(
      { code: code.trim(), discount_percent: readOptional(discount) },
      {
        onSuccess: () => {
          toast.success(t("affiliates.codes.addDone", { code: code.trim() }))
          handleSuccess()
        },
        onError: showError,
      }
    )
  )

  return (
    <DrawerForm
      form={form}
      title={t("affiliates.codes.addTitle")}
      description={t("affiliates.codes.addDescription")}
      submitText={t("common.actions.add")}
      isPending={isPending}
      onSubmit={submit}
    >
      <TextField
        control={form.control}
        name="code"
        label={t("affiliates.fields.code")}
        hint={t("affiliates.codes.addHint")}
        transform={(text) => text.toUpperCase()}
        autoFocus
      />
      <PercentField
        control={form.control}
        name="discount"
        label={t("affiliates.create.discount")}
        hint={t("affiliates.create.discountHint")}
        optional
      />
    </DrawerForm>
  )
}

export default AddCodePage
