import { RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { Divider } from "@medusajs/ui"
import { useEffect } from "react"
import type { UseFormReturn } from "react-hook-form"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { AffiliateField } from "../../../../components/fields/affiliate-field"
import {
  FigureField,
  PercentField,
} from "../../../../components/fields/figure-field"
import { SelectField } from "../../../../components/fields/select-field"
import { TextField } from "../../../../components/fields/text-field"
import { FieldGrid, FormSection } from "../../../../components/form-section"
import { useInvitationOutcome } from "../../../../components/invitations/use-invitation-outcome"
import { FocusForm } from "../../../../components/modal-form"
import { useErrorToast } from "../../../../components/use-error-toast"
import { useInvite } from "../../../../hooks/invitations"
import { usePrograms } from "../../../../hooks/programs"
import { useTiers } from "../../../../hooks/tiers"
import { zodResolver } from "../../../../lib/zod-resolver"
import { NO_TIER } from "../../form/affiliate-form"
import type { InviteForm } from "./invite-form"
import { EMPTY_INVITE, inviteSchema, toInvite } from "./invite-form"

const OPTIONS_MAX = 100

const InvitePage = () => (
  <RouteFocusModal>
    <InviteOne />
  </RouteFocusModal>
)

const InviteOne = () => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useInvite()
  const { tell, drawer } = useInvitationOutcome(handleSuccess)
  const form = useForm<InviteForm>({
    defaultValues: EMPTY_INVITE,
    resolver: zodResolver(inviteSchema(t)),
  })
  const { control } = form

  const submit = form.handleSubmit((values) =>
    mutate(toInvite(values), {
      onSuccess: ({ affiliate_invitation }) => tell([affiliate_invitation]),
      onError: showError,
    })
  )

  return (
    <>
      <FocusForm
        form={form}
        title={t("invitations.create.title")}
        description={t("invitations.create.description")}
        submitText={t("invitations.create.submit")}
        isPending={isPending}
        onSubmit={submit}
      >
        <FormSection title={t("invitations.create.person")}>
          <FieldGrid>
            <TextField
              control={control}
              name="email"
              label={t("invitations.fields.email")}
              type="email"
              autoFocus
            />
            <TextField
              control={control}
              name="name"
              label={t("invitations.fields.name")}
              hint={t("invitations.create.nameHint")}
              optional
            />
            <FigureField
              control={control}
              name="expires_in_days"
              label={t("invitations.create.expiresIn")}
              hint={t("invitations.create.expiresHint")}
              after={t("common.unit.days")}
              optional
            />
          </FieldGrid>
        </FormSection>
        <Divider />
        <FormSection title={t("invitations.create.place")}>
          <PlaceFields form={form} />
        </FormSection>
        <Divider />
        <FormSection title={t("invitations.fields.code")}>
          <FieldGrid>
            <TextField
              control={control}
              name="code"
              label={t("invitations.fields.code")}
              hint={t("invitations.create.codeHint")}
              transform={(text) => text.toUpperCase()}
              optional
            />
            <PercentField
              control={control}
              name="discount"
              label={t("affiliates.create.discount")}
              hint={t("invitations.create.discountHint")}
              optional
            />
          </FieldGrid>
        </FormSection>
      </FocusForm>
      {drawer}
    </>
  )
}

/** Program, tier and who recruited whoever accepts. */
const PlaceFields = ({ form }: { form: UseFormReturn<InviteForm> }) => {
  const { t } = useTranslation("affiliate")
  const { control, setValue } = form
  const programId = form.watch("program_id")
  const { programs } = usePrograms({ limit: OPTIONS_MAX, order: "name" })
  const { tiers = [] } = useTiers(
    { program_id: programId, limit: OPTIONS_MAX, order: "rank" },
    { enabled: !!programId }
  )
  const preselected = (
    programs?.find(({ handle }) => handle === "default") ?? programs?.[0]
  )?.id

  // A store has one program to begin with; nobody should have to choose it.
  useEffect(() => {
    if (preselected && !programId) {
      setValue("program_id", preselected)
    }
  }, [preselected, programId, setValue])

  return (
    <FieldGrid>
      <SelectField
        control={control}
        name="program_id"
        label={t("invitations.fields.program")}
        options={(programs ?? []).map(({ id, name }) => ({
          value: id,
          label: name,
        }))}
        // A tier belongs to one program, and so does whoever recruits.
        onPick={() => {
          setValue("tier_id", NO_TIER)
          setValue("parent_id", "")
        }}
      />
      <SelectField
        control={control}
        name="tier_id"
        label={t("affiliates.fields.tier")}
        options={[
          { value: NO_TIER, label: t("affiliates.noTier") },
          ...tiers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        disabled={!programId}
      />
      <AffiliateField
        control={control}
        name="parent_id"
        label={t("affiliates.fields.parent")}
        hint={t("affiliates.create.parentHint")}
        programId={programId || undefined}
        optional
      />
    </FieldGrid>
  )
}

export default InvitePage
