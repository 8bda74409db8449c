import { Combobox, Form } from "@medusajs/dashboard/components"
import { XMarkMini } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import type { FieldValues } from "react-hook-form"
import { useTranslation } from "react-i18next"

import type { Option } from "./select-field"
import type { FieldProps } from "./types"

type ManyFieldProps<TForm extends FieldValues> = FieldProps<TForm> & {
  options: Option[]
}

/** Several of many, found by words and listed below as they are chosen; the form holds their values. */
export const ManyField = <TForm extends FieldValues>({
  control,
  name,
  label,
  hint,
  tooltip,
  optional,
  options,
}: ManyFieldProps<TForm>) => {
  const { t } = useTranslation("affiliate")
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange, ...field } }) => {
        const chosen: string[] = value
        return (
          <Form.Item>
            <Form.Label optional={optional} tooltip={tooltip}>
              {label}
            </Form.Label>
            <Form.Control>
              <Combobox<string[]>
                {...field}
                value={chosen}
                onChange={(values) => onChange(values ?? [])}
                options={options}
                placeholder={t("common.form.search")}
              />
            </Form.Control>
            {hint && <Form.Hint>{hint}</Form.Hint>}
            <Chosen
              options={options}
              values={chosen}
              onRemove={(gone) =>
                onChange(chosen.filter((one) => one !== gone))
              }
            />
            <Form.ErrorMessage />
          </Form.Item>
        )
      }}
    />
  )
}

type ChosenProps = {
  options: Option[]
  values: string[]
  onRemove: (value: string) => void
}

const Chosen = ({ options, values, onRemove }: ChosenProps) => {
  const { t } = useTranslation("affiliate")
  if (!values.length) {
    return null
  }
  return (
    <ul className="flex max-h-44 flex-wrap gap-1.5 overflow-y-auto py-0.5">
      {values.map((value) => {
        const name =
          options.find((option) => option.value === value)?.label ?? value
        return (
          <li key={value} className="max-w-full">
            <Badge size="2xsmall" className="max-w-full gap-x-0.5 pe-1">
              <span className="truncate">{name}</span>
              <button
                type="button"
                aria-label={t("common.form.remove", { name })}
                className="text-ui-fg-muted hover:text-ui-fg-subtle transition-fg focus-visible:text-ui-fg-base shrink-0 outline-none"
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
