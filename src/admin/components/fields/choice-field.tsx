import { Form } from "@medusajs/dashboard/components"
import { RadioGroup } from "@medusajs/ui"
import type { FieldValues } from "react-hook-form"

import type { FieldProps } from "./types"

type ChoiceFieldProps<TForm extends FieldValues> = FieldProps<TForm> & {
  options: { value: string; label: string; description: string }[]
  columns?: 2 | 3
}

/** A few choices with a line on each, where the words matter more than space. */
export const ChoiceField = <TForm extends FieldValues>({
  control,
  name,
  label,
  hint,
  tooltip,
  optional,
  options,
  columns = 3,
}: ChoiceFieldProps<TForm>) => (
  <Form.Field
    control={control}
    name={name}
    render={({ field: { onChange, ...field } }) => (
      <Form.Item>
        <Form.Label optional={optional} tooltip={tooltip}>
          {label}
        </Form.Label>
        {hint && <Form.Hint>{hint}</Form.Hint>}
        <Form.Control>
          <RadioGroup
            {...field}
            onValueChange={onChange}
            className={
              columns === 2
                ? "grid grid-cols-1 gap-4 md:grid-cols-2"
                : "grid grid-cols-1 gap-4 md:grid-cols-3"
            }
          >
            {options.map((option) => (
              <RadioGroup.ChoiceBox
                key={option.value}
                value={option.value}
                label={option.label}
                description={option.description}
              />
            ))}
          </RadioGroup>
        </Form.Control>
        <Form.ErrorMessage />
      </Form.Item>
    )}
  />
)
