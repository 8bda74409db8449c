import { RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { DrawerForm } from "../../../../../components/modal-form"
import { useErrorToast } from "../../../../../components/use-error-toast"
import { useProgram, useUpdateProgram } from "../../../../../hooks/programs"
import { zodResolver } from "../../../../../lib/zod-resolver"
import type { ProgramDetail } from "../../../../../types"
import { isDefault } from "../../use-remove-program"
import { IDENTITY_NAMES, IdentityFields } from "../../form/identity-fields"
import type { IdentityForm } from "../../form/program-form"
import {
  identitySchema,
  toIdentity,
  toIdentityForm,
} from "../../form/program-form"

const EditProgramPage = () => {
  const { id = "" } = useParams()
  const { program } = useProgram(id)

  return (
    <RouteDrawer>
      {program && <EditProgramForm program={program} />}
    </RouteDrawer>
  )
}

const EditProgramForm = ({ program }: { program: ProgramDetail }) => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useUpdateProgram(program.id)
  const form = useForm<IdentityForm>({
    defaultValues: toIdentityForm(program),
    resolver: zodResolver(identitySchema(t)),
  })

  const submit = form.handleSubmit((values) =>
    mutate(toIdentity(values), {
      onSuccess: ({ affiliate_program: saved }) => {
        toast.success(t("programs.edit.done", { name: saved.name }))
        handleSuccess()
      },
      onError: showError,
    })
  )

  return (
    <DrawerForm
      form={form}
      title={t("programs.edit.title")}
      description={t("programs.edit.description")}
      submitText={t("common.actions.save")}
      isPending={isPending}
      onSubmit={submit}
    >
      <IdentityFields
        control={form.control}
        names={IDENTITY_NAMES}
        fixedHandle={isDefault(program)}
      />
    </DrawerForm>
  )
}

export default EditProgramPage
