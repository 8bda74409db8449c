import { RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { DrawerForm } from "../../../../../../components/modal-form"
import { useErrorToast } from "../../../../../../components/use-error-toast"
import { useProgram } from "../../../../../../hooks/programs"
import { useCreateTier } from "../../../../../../hooks/tiers"
import { zodResolver } from "../../../../../../lib/zod-resolver"
import type { ProgramDetail } from "../../../../../../types"
import { TierFields } from "../../tier-form/tier-fields"
import type { TierForm } from "../../tier-form/tier-form"
import { EMPTY_TIER, tierSchema, toTierBody } from "../../tier-form/tier-form"

const CreateTierPage = () => {
  const { id = "" } = useParams()
  const { program } = useProgram(id)

  return (
    <RouteDrawer>{program && <CreateTierForm program={program} />}</RouteDrawer>
  )
}

const CreateTierForm = ({ program }: { program: ProgramDetail }) => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useCreateTier()
  const form = useForm<TierForm>({
    defaultValues: { ...EMPTY_TIER, rank: String(nextRank(program)) },
    resolver: zodResolver(tierSchema(t, program.commission_type)),
  })

  const submit = form.handleSubmit((values) =>
    mutate(
      { program_id: program.id, ...toTierBody(values) },
      {
        onSuccess: ({ affiliate_tier: tier }) => {
          toast.success(t("programs.tier.createDone", { name: tier.name }))
          handleSuccess()
        },
        onError: showError,
      }
    )
  )

  return (
    <DrawerForm
      form={form}
      title={t("programs.tier.createTitle")}
      description={t("programs.tier.description")}
      submitText={t("common.actions.create")}
      isPending={isPending}
      onSubmit={submit}
    >
      <TierFields control={form.control} program={program} />
    </DrawerForm>
  )
}

/** A new tier goes above those that are there. */
function nextRank({ tiers }: ProgramDetail): number {
  return Math.max(-1, ...tiers.map(({ rank }) => rank)) + 1
}

export default CreateTierPage
