import { RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm, useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { ChoiceField } from "../../../../../../components/fields/choice-field"
import { DrawerForm } from "../../../../../../components/modal-form"
import { useErrorToast } from "../../../../../../components/use-error-toast"
import { useCreateCreative } from "../../../../../../hooks/creatives"
import { zodResolver } from "../../../../../../lib/zod-resolver"
import { CreativeFields } from "../../creative-form/creative-fields"
import type { CreativeForm } from "../../creative-form/creative-form"
import {
  creativeSchema,
  EMPTY_CREATIVE,
  toCreativeBody,
} from "../../creative-form/creative-form"

const CreateCreativePage = () => (
  <RouteDrawer>
    <CreateCreativeForm />
  </RouteDrawer>
)

const CreateCreativeForm = () => {
  const { id = "" } = useParams()
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useCreateCreative()
  const form = useForm<CreativeForm>({
    defaultValues: EMPTY_CREATIVE,
    resolver: zodResolver(creativeSchema(t)),
  })
  const { control } = form
  const kind = useWatch({ control, name: "kind" })

  const submit = form.handleSubmit((values) =>
    mutate(
      { program_id: id, kind: values.kind, ...toCreativeBody(values) },
      {
        onSuccess: ({ affiliate_creative: { title } }) => {
          toast.success(t("creatives.form.createDone", { title }))
          handleSuccess()
        },
        onError: showError,
      }
    )
  )

  return (
    <DrawerForm
      form={form}
      title={t("creatives.form.createTitle")}
      description={t("creatives.form.createDescription")}
      submitText={t("common.actions.create")}
      isPending={isPending}
      onSubmit={submit}
    >
      <ChoiceField
        control={control}
        name="kind"
        label={t("creatives.fields.kind")}
        columns={2}
        options={[
          {
            value: "banner",
            label: t("creatives.kind.banner"),
            description: t("creatives.form.bannerHint"),
          },
          {
            value: "text",
            label: t("creatives.kind.text"),
            description: t("creatives.form.textHint"),
          },
        ]}
      />
      <CreativeFields control={control} kind={kind} />
    </DrawerForm>
  )
}

export default CreateCreativePage
