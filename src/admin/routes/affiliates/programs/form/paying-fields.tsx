import type { Control } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { AmountsField } from "../../../../components/fields/amounts-field"
import { FigureField } from "../../../../components/fields/figure-field"
import { SwitchField } from "../../../../components/fields/switch-field"
import { FieldGrid, FormSection } from "../../../../components/form-section"
import { LevelsField } from "./levels-field"
import type { ProgramForm } from "./program-form"

/** When money may go out, and what else an order or its earnings set off. */
export const PayingFields = ({
  control,
}: {
  control: Control<ProgramForm>
}) => {
  const { t } = useTranslation("affiliate")

  return (
    <FormSection title={t("programs.form.paying")}>
      <FieldGrid>
        <FigureField
          control={control}
          name="hold_days"
          label={t("programs.form.hold")}
          hint={t("programs.form.holdHint")}
          after={t("common.unit.days")}
        />
      </FieldGrid>
      <AmountsField
        control={control}
        name="minimum_payouts"
        label={t("programs.form.minimum")}
        hint={t("programs.form.minimumHint")}
        optional
      />
      <LevelsField control={control} />
      <AmountsField
        control={control}
        name="milestones"
        label={t("programs.form.milestones")}
        hint={t("programs.form.milestonesHint")}
        repeat
        optional
      />
    </FormSection>
  )
}

/** How affiliates get in. */
export const JoiningFields = ({
  control,
}: {
  control: Control<ProgramForm>
}) => {
  const { t } = useTranslation("affiliate")

  return (
    <FormSection title={t("programs.form.joining")}>
      <SwitchField
        control={control}
        name="auto_approve"
        label={t("programs.form.autoApprove")}
        hint={t("programs.form.autoApproveHint")}
      />
    </FormSection>
  )
}
