import { Form } from "@medusajs/dashboard/components"
import { Input, Textarea } from "@medusajs/ui"
import type { ComponentProps } from "react"
import type { FieldValues } from "react-hook-form"

import type { FieldProps } from "./types"

type TextFieldProps<TForm extends FieldValues> = FieldProps<TForm> &
  Pick<
    ComponentProps<typeof Input>,
    | "placeholder"
    | "autoFocus"
    | "type"
    | "autoComplete"
    | "inputMode"
    | "disabled"
  > & {
    /** What stands in the text, e.g. upper case for a code. */
    transform?: (text: string) => string
  }

export const TextField = <TForm extends FieldValues>({
  control,
  name,
  label,
  hint,
  tooltip,
  optional,
  transform,
  autoComplete = "off",
  ...input
}: TextFieldProps<TForm>) => (
  <Form.Field
    control={control}
    name={name}
    render={({ field: { onChange, ...field } }) => (
      <Form.Item>
        <Form.Label optional={optional} tooltip={tooltip}>
          {label}
        </Form.Label>
        <Form.Control>
          <Input
            autoComplete={autoComplete}
            {...input}
            {...field}
            onChange={(event) =>
              onChange(transform ? transform(event.target.value) : event)
            }
          />
        </Form.Control>
        {hint && <Form.Hint>{hint}</Form.Hint>}
        <Form.ErrorMessage />
      </Form.Item>
    )}
  />
)

export const TextareaField = <TForm extends FieldValues>({
  control,
  name,
  label,
  hint,
  tooltip,
  optional,
  placeholder,
  rows,
}: FieldProps<TForm> & { placeholder?: string; rows?: number }) => (
  <Form.Field
    control={control}
    name={name}
    render={({ field }) => (
      <Form.Item>
        <Form.Label optional={optional} tooltip={tooltip}>
          {label}
        </Form.Label>
        <Form.Control>
          <Textarea {...field} placeholder={placeholder} rows={rows} />
        </Form.Control>
        {hint && <Form.Hint>{hint}</Form.Hint>}
        <Form.ErrorMessage />
      </Form.Item>
    )}
  />
)
