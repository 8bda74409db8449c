import { RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { DrawerForm } from "../../../../../../components/modal-form"
import { useErrorToast } from "../../../../../../components/use-error-toast"
import { useProgram } from "../../../../../../hooks/programs"
import { useStoreCurrencies } from "../../../../../../hooks/store-currencies"
import { useUpdateTier } from "../../../../../../hooks/tiers"
import { zodResolver } from "../../../../../../lib/zod-resolver"
import type { Program, Tier } from "../../../../../../types"
import { TierFields } from "../../tier-form/tier-fields"
import type { TierForm } from "../../tier-form/tier-form"
import { tierSchema, toTierBody, toTierForm } from "../../tier-form/tier-form"

const EditTierPage = () => {
  const { id = "", tier_id } = useParams()
  const { program } = useProgram(id)
  const tier = program?.tiers.find((candidate) => candidate.id === tier_id)

  return (
    <RouteDrawer>
      {program && tier && <EditTierForm program={program} tier={tier} />}
    </RouteDrawer>
  )
}

type EditTierFormProps = { program: Program; tier: Tier }

const EditTierForm = ({ program, tier }: EditTierFormProps) => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useUpdateTier(tier.id)
  const [currency = ""] = useStoreCurrencies()
  const form = useForm<TierForm>({
    defaultValues: toTierForm(tier, currency),
    resolver: zodResolver(tierSchema(t, program.commission_type)),
  })

  const submit = form.handleSubmit((values) =>
    mutate(toTierBody(values), {
      onSuccess: ({ affiliate_tier: saved }) => {
        toast.success(t("programs.tier.editDone", { name: saved.name }))
        handleSuccess()
      },
      onError: showError,
    })
  )

  return (
    <DrawerForm
      form={form}
      title={t("programs.tier.editTitle")}
      description={t("programs.tier.description")}
      submitText={t("common.actions.save")}
      isPending={isPending}
      onSubmit={submit}
    >
      <TierFields control={form.control} program={program} />
    </DrawerForm>
  )
}

export default EditTierPage
