import { Combobox, Form } from "@medusajs/dashboard/components"
import { useDebouncedSearch } from "@medusajs/dashboard/hooks"
import { XMarkMini } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import type { Control } from "react-hook-form"
import { useTranslation } from "react-i18next"

import {
  useConditionOptions,
  useValueNames,
} from "../../../../hooks/condition-values"
import type { RuleAttribute } from "../../../../types"
import type { RuleForm } from "./rule-form"

type ConditionValuesFieldProps = {
  control: Control<RuleForm>
  index: number
  attribute: RuleAttribute
  programId: string
}

/** The values of a condition: found by words, and listed below as they are chosen. */
export const ConditionValuesField = ({
  control,
  index,
  attribute,
  programId,
}: ConditionValuesFieldProps) => {
  const { t } = useTranslation("affiliate")
  const { searchValue, onSearchValueChange, query } = useDebouncedSearch()
  const options = useConditionOptions(attribute, { q: query, programId })

  return (
    <Form.Field
      control={control}
      name={`conditions.${index}.values`}
      render={({ field: { value, onChange, ...field } }) => (
        <Form.Item>
          <Form.Label className="sr-only">{t("rules.form.values")}</Form.Label>
          <Form.Control>
            <Combobox
              {...field}
              value={value}
              onChange={(values) => onChange(values ?? [])}
              options={options}
              searchValue={searchValue}
              onSearchValueChange={onSearchValueChange}
              placeholder={t("common.form.search")}
            />
          </Form.Control>
          <Chosen
            attribute={attribute}
            values={value}
            onRemove={(gone) =>
              onChange(value.filter((chosen) => chosen !== gone))
            }
          />
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}

type ChosenProps = {
  attribute: RuleAttribute
  values: string[]
  onRemove: (value: string) => void
}

const Chosen = ({ attribute, values, onRemove }: ChosenProps) => {
  const { t } = useTranslation("affiliate")
  const nameOf = useValueNames({ [attribute]: values })
  if (!values.length) {
    return null
  }
  return (
    <ul className="flex max-h-44 flex-wrap gap-1.5 overflow-y-auto py-0.5">
      {values.map((value) => {
        const name = nameOf(attribute, value)
        const label =
          name === null ? t("rules.words.gone", { id: value }) : (name ?? "…")
        return (
          <li key={value} className="max-w-full">
            <Badge size="2xsmall" className="max-w-full gap-x-0.5 pe-1">
              <span className="truncate">{label}</span>
              <button
                type="button"
                aria-label={t("rules.form.removeValue", { value: label })}
                className="text-ui-fg-muted hover:text-ui-fg-subtle transition-fg shrink-0 outline-none focus-visible:text-ui-fg-base"
                onClick={() => onRemove(value)}
              >
                <XMarkMini />
              </button>
            </Badge>
          </li>
        )
      })}
    </ul>
  )
}
