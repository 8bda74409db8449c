import { Form } from "@medusajs/dashboard/components"
import { DatePicker, Input } from "@medusajs/ui"
import type { FieldValues } from "react-hook-form"

import { useFormat } from "../../lib/format"
import type { FieldProps } from "./types"

type MomentFieldProps<TForm extends FieldValues> = FieldProps<TForm> & {
  disabled?: boolean
}

/** A day and a time of day, in the person's time zone; the form holds a `Date` or `null`. */
export const MomentField = <TForm extends FieldValues>({
  control,
  name,
  label,
  hint,
  tooltip,
  optional,
  disabled,
}: MomentFieldProps<TForm>) => {
  const { dateTime } = useFormat()
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { disabled: _, ...field } }) => (
        <Form.Item>
          <Form.Label optional={optional} tooltip={tooltip}>
            {label}
          </Form.Label>
          <Form.Control>
            {disabled ? (
              <Input disabled value={dateTime(field.value)} />
            ) : (
              <DatePicker
                granularity="minute"
                shouldCloseOnSelect={false}
                {...field}
              />
            )}
          </Form.Control>
          {hint && <Form.Hint>{hint}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
