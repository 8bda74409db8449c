import { RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { Divider, toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { FigureField } from "../../../../../components/fields/figure-field"
import { SwitchField } from "../../../../../components/fields/switch-field"
import { FieldGrid, FormSection } from "../../../../../components/form-section"
import { FocusForm } from "../../../../../components/modal-form"
import { useErrorToast } from "../../../../../components/use-error-toast"
import { useProgram, useUpdateProgram } from "../../../../../hooks/programs"
import { zodResolver } from "../../../../../lib/zod-resolver"
import type { ProgramDetail } from "../../../../../types"
import type { JoiningForm } from "../joining-form/joining-form"
import {
  joiningSchema,
  toJoining,
  toJoiningForm,
} from "../joining-form/joining-form"
import { QuestionsField } from "../joining-form/questions-field"
import { JoinRequirementsFields } from "../joining-form/requirements-fields"

const EditJoiningPage = () => {
  const { id = "" } = useParams()
  const { program } = useProgram(id)

  return (
    <RouteFocusModal>
      {program && <EditJoiningForm program={program} />}
    </RouteFocusModal>
  )
}

const EditJoiningForm = ({ program }: { program: ProgramDetail }) => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useUpdateProgram(program.id)
  const form = useForm<JoiningForm>({
    defaultValues: toJoiningForm(program),
    resolver: zodResolver(joiningSchema(t)),
  })
  const { control } = form

  const submit = form.handleSubmit((values) =>
    mutate(toJoining(values), {
      onSuccess: () => {
        toast.success(t("joining.form.done", { name: program.name }))
        handleSuccess()
      },
      onError: showError,
    })
  )

  return (
    <FocusForm
      form={form}
      title={t("joining.form.title")}
      description={t("joining.form.description")}
      submitText={t("common.actions.save")}
      isPending={isPending}
      onSubmit={submit}
    >
      <FormSection
        title={t("joining.form.questions")}
        description={t("joining.form.questionsHint")}
      >
        <QuestionsField control={control} />
      </FormSection>
      <Divider />
      <FormSection
        title={t("joining.form.requirements")}
        description={t("joining.form.requirementsHint")}
      >
        <JoinRequirementsFields control={control} />
        <SwitchField
          control={control}
          name="auto_approve"
          label={t("joining.form.auto")}
          hint={t("joining.form.autoHint")}
        />
      </FormSection>
      <Divider />
      <FormSection title={t("joining.form.again")}>
        <FieldGrid>
          <FigureField
            control={control}
            name="reapply_days"
            label={t("joining.form.reapply")}
            hint={t("joining.form.reapplyHint")}
            after={t("common.unit.days")}
          />
        </FieldGrid>
      </FormSection>
    </FocusForm>
  )
}

export default EditJoiningPage
