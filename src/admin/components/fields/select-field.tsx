import { Form } from "@medusajs/dashboard/components"
import { Select } from "@medusajs/ui"
import type { FieldValues } from "react-hook-form"
import { useTranslation } from "react-i18next"

import type { FieldProps } from "./types"

export type Option = { value: string; label: string }

type SelectFieldProps<TForm extends FieldValues> = FieldProps<TForm> & {
  options: Option[]
  disabled?: boolean
  placeholder?: string
  /** Called after the person has chosen, never for a value set by the form. */
  onPick?: (value: string) => void
}

export const SelectField = <TForm extends FieldValues>({
  control,
  name,
  label,
  hint,
  tooltip,
  optional,
  options,
  disabled,
  placeholder,
  onPick,
}: SelectFieldProps<TForm>) => {
  const { t } = useTranslation("affiliate")
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { onChange, ref, ...field } }) => (
        <Form.Item>
          <Form.Label optional={optional} tooltip={tooltip}>
            {label}
          </Form.Label>
          <Select
            {...field}
            disabled={disabled}
            onValueChange={(value) => {
              onChange(value)
              onPick?.(value)
            }}
          >
            <Form.Control>
              <Select.Trigger
                ref={ref}
                className="[&>span]:min-w-0 [&>span]:truncate"
              >
                <Select.Value
                  placeholder={placeholder ?? t("common.form.choose")}
                />
              </Select.Trigger>
            </Form.Control>
            <Select.Content>
              {options.map((option) => (
                <Select.Item key={option.value} value={option.value}>
                  {option.label}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
          {hint && <Form.Hint>{hint}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
