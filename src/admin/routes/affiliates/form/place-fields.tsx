import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { AffiliateField } from "../../../components/fields/affiliate-field"
import { SelectField } from "../../../components/fields/select-field"
import { usePrograms } from "../../../hooks/programs"
import { useTiers } from "../../../hooks/tiers"
import type { AffiliateForm } from "./affiliate-form"
import { NO_TIER } from "./affiliate-form"

const OPTIONS_MAX = 100

type PlaceFieldsProps = {
  form: UseFormReturn<AffiliateForm>
  /** The affiliate that is edited cannot be its own parent. */
  affiliateId?: string
}

/** Where an affiliate stands: program, tier, and who recruited it. */
export const PlaceFields = ({ form, affiliateId }: PlaceFieldsProps) => {
  const { t } = useTranslation("affiliate")
  const { control } = form
  const programId = form.watch("program_id")
  const { programs = [] } = usePrograms({ limit: OPTIONS_MAX, order: "name" })
  const { tiers = [] } = useTiers(
    { program_id: programId, limit: OPTIONS_MAX, order: "rank" },
    { enabled: !!programId }
  )

  return (
    <>
      <SelectField
        control={control}
        name="program_id"
        label={t("affiliates.fields.program")}
        options={programs.map(({ id, name }) => ({ value: id, label: name }))}
        // A tier belongs to one program.
        onPick={() => form.setValue("tier_id", NO_TIER)}
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
        excludeId={affiliateId}
        optional
      />
    </>
  )
}
