import { Form } from "@medusajs/dashboard/components"
import type { FieldValues } from "react-hook-form"

import { CustomerSelect } from "../customer-select"
import type { FieldProps } from "./types"

/** A customer of the store, searched for; the form holds the id, `""` for none. */
export const CustomerField = <TForm extends FieldValues>({
  control,
  name,
  label,
  hint,
  tooltip,
  optional,
}: FieldProps<TForm>) => (
  <Form.Field
    control={control}
    name={name}
    render={({ field }) => (
      <Form.Item>
        <Form.Label optional={optional} tooltip={tooltip}>
          {label}
        </Form.Label>
        <Form.Control>
          <CustomerSelect {...field} />
        </Form.Control>
        {hint && <Form.Hint>{hint}</Form.Hint>}
        <Form.ErrorMessage />
      </Form.Item>
    )}
  />
)
