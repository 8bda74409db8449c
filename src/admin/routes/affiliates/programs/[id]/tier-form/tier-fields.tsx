import { Divider } from "@medusajs/ui"
import type { Control } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { AmountsField } from "../../../../../components/fields/amounts-field"
import {
  FigureField,
  PercentField,
} from "../../../../../components/fields/figure-field"
import { SwitchField } from "../../../../../components/fields/switch-field"
import {
  TextareaField,
  TextField,
} from "../../../../../components/fields/text-field"
import { useTermsWords } from "../../../../../lib/terms-words"
import type { Program } from "../../../../../types"
import { RequirementsField } from "./requirements-field"
import type { TierForm } from "./tier-form"

type TierFieldsProps = { control: Control<TierForm>; program: Program }

/** Name and rank of a tier, terms of its own, and who gets into it. */
export const TierFields = ({ control, program }: TierFieldsProps) => {
  const { t } = useTranslation("affiliate")
  const words = useTermsWords()
  const rate = words.rateShort(program)

  return (
    <>
      <TextField
        control={control}
        name="name"
        label={t("programs.tiers.name")}
        hint={t("programs.tier.nameHint")}
      />
      <FigureField
        control={control}
        name="rank"
        label={t("programs.tiers.rank")}
        hint={t("programs.tier.rankHint")}
      />
      {program.commission_type === "percentage" ? (
        <PercentField
          control={control}
          name="commission_value"
          label={t("programs.tier.ratePercent")}
          hint={t("programs.tier.ratePercentHint", { rate })}
          optional
        />
      ) : (
        <FigureField
          control={control}
          name="commission_value"
          label={t(
            program.commission_type === "fixed_per_item"
              ? "programs.tier.rateItem"
              : "programs.tier.rateOrder"
          )}
          hint={t("programs.tier.rateAmountHint", { rate })}
          optional
        />
      )}
      <AmountsField
        control={control}
        name="minimum_payouts"
        label={t("programs.tier.minimum")}
        hint={t("programs.tier.minimumHint")}
        optional
      />
      <TextareaField
        control={control}
        name="features"
        label={t("programs.tier.features")}
        hint={t("programs.tier.featuresHint")}
        optional
      />
      <Divider />
      <RequirementsField control={control} />
      <SwitchField
        control={control}
        name="auto"
        label={t("programs.tier.auto")}
        hint={t("programs.tier.autoHint")}
      />
    </>
  )
}
