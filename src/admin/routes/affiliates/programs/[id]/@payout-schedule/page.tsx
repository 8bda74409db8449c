import { RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { FocusForm } from "../../../../../components/modal-form"
import { useErrorToast } from "../../../../../components/use-error-toast"
import { useProgram, useUpdateProgram } from "../../../../../hooks/programs"
import { zodResolver } from "../../../../../lib/zod-resolver"
import type { ProgramDetail } from "../../../../../types"
import { ScheduleFields } from "../schedule-form/schedule-fields"
import type { ScheduleForm } from "../schedule-form/schedule-form"
import {
  scheduleSchema,
  toSchedule,
  toScheduleForm,
} from "../schedule-form/schedule-form"

const EditSchedulePage = () => {
  const { id = "" } = useParams()
  const { program } = useProgram(id)

  return (
    <RouteFocusModal>
      {program && <EditScheduleForm program={program} />}
    </RouteFocusModal>
  )
}

const EditScheduleForm = ({ program }: { program: ProgramDetail }) => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useUpdateProgram(program.id)
  const form = useForm<ScheduleForm>({
    defaultValues: toScheduleForm(program.payout_schedule),
    resolver: zodResolver(scheduleSchema(t)),
  })

  const submit = form.handleSubmit((values) =>
    mutate(
      { payout_schedule: toSchedule(values, program.payout_schedule) },
      {
        onSuccess: () => {
          toast.success(
            t("payoutBatches.schedule.done", { name: program.name })
          )
          handleSuccess()
        },
        onError: showError,
      }
    )
  )

  return (
    <FocusForm
      form={form}
      title={t("payoutBatches.schedule.formTitle")}
      description={t("payoutBatches.schedule.formDescription")}
      submitText={t("common.actions.save")}
      isPending={isPending}
      onSubmit={submit}
    >
      <ScheduleFields control={form.control} />
    </FocusForm>
  )
}

export default EditSchedulePage
