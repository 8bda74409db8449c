import { Divider } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"
import { useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { AmountsField } from "../../../../components/fields/amounts-field"
import { ChoiceField } from "../../../../components/fields/choice-field"
import {
  FigureField,
  PercentField,
} from "../../../../components/fields/figure-field"
import { MomentField } from "../../../../components/fields/moment-field"
import { SelectField } from "../../../../components/fields/select-field"
import { TextField } from "../../../../components/fields/text-field"
import { FieldGrid, FormSection } from "../../../../components/form-section"
import { usePrograms } from "../../../../hooks/programs"
import { ConditionsField } from "./conditions-field"
import type { RuleForm } from "./rule-form"

const PROGRAMS_MAX = 100

type RuleFieldsProps = {
  form: UseFormReturn<RuleForm>
  /** A rule stays in the program that it was made in. */
  fixedProgram?: boolean
}

/** Everything that a rule says. */
export const RuleFields = ({ form, fixedProgram = false }: RuleFieldsProps) => {
  const { t } = useTranslation("affiliate")
  const { control, setValue } = form
  const { programs } = usePrograms({ limit: PROGRAMS_MAX, order: "name" })
  const nothing = useWatch({ control, name: "pays" }) === "nothing"

  return (
    <>
      <FormSection title={t("rules.form.general")}>
        <FieldGrid>
          <TextField
            control={control}
            name="name"
            label={t("rules.fields.name")}
            hint={t("rules.form.nameHint")}
          />
          <SelectField
            control={control}
            name="program_id"
            label={t("rules.fields.program")}
            hint={t("rules.form.programHint")}
            disabled={fixedProgram}
            options={(programs ?? []).map(({ id, name }) => ({
              value: id,
              label: name,
            }))}
          />
        </FieldGrid>
      </FormSection>
      <Divider />
      <EarningFields form={form} />
      <Divider />
      <FormSection
        title={t("rules.form.conditions")}
        description={t("rules.form.conditionsHint")}
      >
        <ConditionsField control={control} setValue={setValue} />
      </FormSection>
      {!nothing && (
        <>
          <Divider />
          <CapFields form={form} />
        </>
      )}
      <Divider />
      <FormSection
        title={t("rules.form.validity")}
        description={t("rules.form.validityHint")}
      >
        <FieldGrid>
          <MomentField
            control={control}
            name="starts_at"
            label={t("rules.form.startsAt")}
            hint={t("rules.form.startsHint")}
            optional
          />
          <MomentField
            control={control}
            name="ends_at"
            label={t("rules.form.endsAt")}
            hint={t("rules.form.endsHint")}
            optional
          />
        </FieldGrid>
      </FormSection>
    </>
  )
}

const EarningFields = ({ form: { control } }: RuleFieldsProps) => {
  const { t } = useTranslation("affiliate")
  const pays = useWatch({ control, name: "pays" })
  const listed = useWatch({ control, name: "fixed_values" }).length > 0

  return (
    <FormSection title={t("rules.form.earning")}>
      <ChoiceField
        control={control}
        name="pays"
        label={t("rules.form.type")}
        columns={2}
        options={[
          {
            value: "percentage",
            label: t("rules.form.typePercentage"),
            description: t("rules.form.typePercentageHint"),
          },
          {
            value: "fixed_per_item",
            label: t("rules.form.typeItem"),
            description: t("rules.form.typeItemHint"),
          },
          {
            value: "fixed_per_order",
            label: t("rules.form.typeOrder"),
            description: t("rules.form.typeOrderHint"),
          },
          {
            value: "nothing",
            label: t("rules.form.typeNothing"),
            description: t("rules.form.typeNothingHint"),
          },
        ]}
      />
      {pays === "percentage" && (
        <FieldGrid>
          <PercentField
            control={control}
            name="percent"
            label={t("programs.form.percent")}
          />
        </FieldGrid>
      )}
      {(pays === "fixed_per_item" || pays === "fixed_per_order") && (
        <>
          <AmountsField
            control={control}
            name="fixed_values"
            label={t("programs.form.fixed")}
            hint={t("rules.form.fixedHint")}
          />
          {!listed && (
            <FieldGrid>
              <FigureField
                control={control}
                name="any_currency"
                label={t("programs.form.anyCurrency")}
                hint={t("programs.form.anyCurrencyHint")}
              />
            </FieldGrid>
          )}
        </>
      )}
    </FormSection>
  )
}

const CapFields = ({ form: { control } }: RuleFieldsProps) => {
  const { t } = useTranslation("affiliate")
  const capped = useWatch({ control, name: "cap_per_period" }).length > 0

  return (
    <FormSection
      title={t("rules.form.caps")}
      description={t("rules.form.capsHint")}
    >
      <AmountsField
        control={control}
        name="cap_per_order"
        label={t("rules.form.capOrder")}
        optional
      />
      <AmountsField
        control={control}
        name="cap_per_period"
        label={t("rules.form.capPeriod")}
        optional
      />
      {capped && (
        <FieldGrid>
          <SelectField
            control={control}
            name="period"
            label={t("rules.form.period")}
            hint={t("rules.form.periodHint")}
            options={(["day", "week", "month", "all"] as const).map(
              (value) => ({ value, label: t(`rules.form.periods.${value}`) })
            )}
          />
        </FieldGrid>
      )}
    </FormSection>
  )
}
