import { Plus, XMarkMini } from "@medusajs/icons"
import { Button, IconButton, Text } from "@medusajs/ui"
import type { Control, UseFormSetValue } from "react-hook-form"
import { useFieldArray, useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { SelectField } from "../../../../components/fields/select-field"
import { RULE_ATTRIBUTES } from "../../../../lib/rule-attributes"
import { ConditionValuesField } from "./condition-values-field"
import type { RuleForm } from "./rule-form"
import { CONDITIONS_MAX } from "./rule-form"

type ConditionsFieldProps = {
  control: Control<RuleForm>
  setValue: UseFormSetValue<RuleForm>
}

/** To which items the rule applies; all conditions together. */
export const ConditionsField = ({
  control,
  setValue,
}: ConditionsFieldProps) => {
  const { t } = useTranslation("affiliate")
  const { fields, append, remove } = useFieldArray({
    control,
    name: "conditions",
  })
  const conditions = useWatch({ control, name: "conditions" })
  const asked = new Set(conditions.map(({ attribute }) => attribute))
  const next =
    RULE_ATTRIBUTES.find((attribute) => !asked.has(attribute)) ??
    RULE_ATTRIBUTES[0]

  return (
    <div className="flex flex-col gap-y-3">
      {fields.length === 0 && (
        <Text size="small" className="text-ui-fg-muted">
          {t("rules.form.conditionsNone")}
        </Text>
      )}
      {fields.map((field, index) => (
        <ConditionFields
          key={field.id}
          control={control}
          setValue={setValue}
          index={index}
          onRemove={() => remove(index)}
        />
      ))}
      <div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          disabled={fields.length >= CONDITIONS_MAX}
          onClick={() =>
            append({ attribute: next, relation: "is", values: [] })
          }
        >
          <Plus />
          {t("rules.form.addCondition")}
        </Button>
      </div>
    </div>
  )
}

type ConditionFieldsProps = ConditionsFieldProps & {
  index: number
  onRemove: () => void
}

const ConditionFields = ({
  control,
  setValue,
  index,
  onRemove,
}: ConditionFieldsProps) => {
  const { t } = useTranslation("affiliate")
  const attribute = useWatch({
    control,
    name: `conditions.${index}.attribute`,
  })
  const programId = useWatch({ control, name: "program_id" })

  return (
    <div className="bg-ui-bg-component shadow-elevation-card-rest relative flex flex-col gap-y-3 rounded-lg p-3 pe-12">
      <div className="grid grid-cols-1 items-start gap-3 md:grid-cols-[1fr_160px]">
        <SelectField
          control={control}
          name={`conditions.${index}.attribute`}
          label={t("rules.form.attribute")}
          options={RULE_ATTRIBUTES.map((value) => ({
            value,
            label: t(`rules.attribute.${value}`),
          }))}
          // The ids of one kind of thing mean nothing for another.
          onPick={() => setValue(`conditions.${index}.values`, [])}
        />
        <SelectField
          control={control}
          name={`conditions.${index}.relation`}
          label={t("rules.form.relation")}
          options={[
            { value: "is", label: t("rules.form.is") },
            { value: "is_not", label: t("rules.form.isNot") },
          ]}
        />
      </div>
      <ConditionValuesField
        key={attribute}
        control={control}
        index={index}
        attribute={attribute}
        programId={programId}
      />
      <IconButton
        type="button"
        size="small"
        variant="transparent"
        className="absolute end-2 top-2"
        aria-label={t("rules.form.removeCondition")}
        onClick={onRemove}
      >
        <XMarkMini />
      </IconButton>
    </div>
  )
}
