import { RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { DrawerForm } from "../../../../../../components/modal-form"
import { DrawerLoading } from "../../../../../../components/modal-loading"
import { useErrorToast } from "../../../../../../components/use-error-toast"
import {
  useCreative,
  useUpdateCreative,
} from "../../../../../../hooks/creatives"
import { zodResolver } from "../../../../../../lib/zod-resolver"
import type { Creative } from "../../../../../../types"
import { CreativeFields } from "../../creative-form/creative-fields"
import type { CreativeForm } from "../../creative-form/creative-form"
import {
  creativeSchema,
  toCreativeBody,
  toCreativeForm,
} from "../../creative-form/creative-form"

const EditCreativePage = () => {
  const { creative_id = "" } = useParams()
  const { creative, error, refetch } = useCreative(creative_id)

  return (
    <RouteDrawer>
      {creative ? (
        <EditCreativeForm creative={creative} />
      ) : (
        <DrawerLoading error={error} onRetry={refetch} />
      )}
    </RouteDrawer>
  )
}

const EditCreativeForm = ({ creative }: { creative: Creative }) => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useUpdateCreative(creative.id)
  const form = useForm<CreativeForm>({
    defaultValues: toCreativeForm(creative),
    resolver: zodResolver(creativeSchema(t, creative.image_url !== null)),
  })

  const submit = form.handleSubmit((values) =>
    mutate(toCreativeBody(values), {
      onSuccess: ({ affiliate_creative: { title } }) => {
        toast.success(t("creatives.form.editDone", { title }))
        handleSuccess()
      },
      onError: showError,
    })
  )

  return (
    <DrawerForm
      form={form}
      title={t("creatives.form.editTitle")}
      description={t("creatives.form.editDescription")}
      submitText={t("common.actions.save")}
      isPending={isPending}
      onSubmit={submit}
    >
      <CreativeFields
        control={form.control}
        kind={creative.kind}
        address={creative.image_url}
      />
    </DrawerForm>
  )
}

export default EditCreativePage
