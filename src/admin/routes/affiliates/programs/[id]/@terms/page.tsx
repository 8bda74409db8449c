import { RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { Divider, toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { FocusForm } from "../../../../../components/modal-form"
import { useErrorToast } from "../../../../../components/use-error-toast"
import { useProgram, useUpdateProgram } from "../../../../../hooks/programs"
import { zodResolver } from "../../../../../lib/zod-resolver"
import type { ProgramDetail } from "../../../../../types"
import { CreditingFields } from "../../form/crediting-fields"
import { EarningFields } from "../../form/earning-fields"
import { LinkFields } from "../../form/link-fields"
import { PayingFields } from "../../form/paying-fields"
import type { ProgramForm } from "../../form/program-form"
import { programSchema, toProgramForm, toTerms } from "../../form/program-form"
import { ProofFields } from "../../form/proof-fields"

const EditTermsPage = () => {
  const { id = "" } = useParams()
  const { program } = useProgram(id)

  return (
    <RouteFocusModal>
      {program && <EditTermsForm program={program} />}
    </RouteFocusModal>
  )
}

const EditTermsForm = ({ program }: { program: ProgramDetail }) => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useUpdateProgram(program.id)
  const form = useForm<ProgramForm>({
    defaultValues: toProgramForm(program, program),
    resolver: zodResolver(programSchema(t)),
  })
  const { control } = form

  const submit = form.handleSubmit((values) =>
    mutate(toTerms(values), {
      onSuccess: () => {
        toast.success(t("programs.edit.done", { name: program.name }))
        handleSuccess()
      },
      onError: showError,
    })
  )

  return (
    <FocusForm
      form={form}
      title={t("programs.edit.termsTitle")}
      description={t("programs.edit.termsDescription")}
      submitText={t("common.actions.save")}
      isPending={isPending}
      onSubmit={submit}
    >
      <EarningFields control={control} />
      <Divider />
      <CreditingFields control={control} />
      <Divider />
      <PayingFields control={control} />
      <Divider />
      <ProofFields control={control} />
      <Divider />
      <LinkFields control={control} />
    </FocusForm>
  )
}

export default EditTermsPage
