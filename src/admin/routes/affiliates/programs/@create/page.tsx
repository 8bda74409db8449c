import { RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { Divider, toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { FormSection } from "../../../../components/form-section"
import { FocusForm } from "../../../../components/modal-form"
import { useErrorToast } from "../../../../components/use-error-toast"
import { useCreateProgram } from "../../../../hooks/programs"
import { paths } from "../../../../lib/paths"
import { zodResolver } from "../../../../lib/zod-resolver"
import { CreditingFields } from "../form/crediting-fields"
import { EarningFields } from "../form/earning-fields"
import { IDENTITY_NAMES, IdentityFields } from "../form/identity-fields"
import { LinkFields } from "../form/link-fields"
import { JoiningFields, PayingFields } from "../form/paying-fields"
import type { ProgramForm } from "../form/program-form"
import {
  DEFAULT_TERMS,
  programSchema,
  toIdentity,
  toProgramForm,
  toTerms,
} from "../form/program-form"
import { ProofFields } from "../form/proof-fields"

const CreateProgramPage = () => (
  <RouteFocusModal>
    <CreateProgramForm />
  </RouteFocusModal>
)

const CreateProgramForm = () => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useCreateProgram()
  const form = useForm<ProgramForm>({
    defaultValues: toProgramForm(DEFAULT_TERMS),
    resolver: zodResolver(programSchema(t)),
  })
  const { control } = form

  const submit = form.handleSubmit((values) =>
    mutate(
      { ...toIdentity(values), ...toTerms(values) },
      {
        onSuccess: ({ affiliate_program: program }) => {
          toast.success(t("programs.create.done", { name: program.name }))
          handleSuccess(paths.program(program.id))
        },
        onError: showError,
      }
    )
  )

  return (
    <FocusForm
      form={form}
      title={t("programs.create.title")}
      description={t("programs.create.description")}
      submitText={t("common.actions.create")}
      isPending={isPending}
      onSubmit={submit}
    >
      <FormSection title={t("programs.form.general")}>
        <IdentityFields control={control} names={IDENTITY_NAMES} isNew />
      </FormSection>
      <Divider />
      <EarningFields control={control} />
      <Divider />
      <CreditingFields control={control} />
      <Divider />
      <PayingFields control={control} />
      <Divider />
      <ProofFields control={control} />
      <Divider />
      <LinkFields control={control} />
      <Divider />
      <JoiningFields control={control} />
    </FocusForm>
  )
}

export default CreateProgramPage
