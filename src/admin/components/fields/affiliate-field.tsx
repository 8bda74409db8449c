import { Form } from "@medusajs/dashboard/components"
import type { FieldValues } from "react-hook-form"

import type { AffiliateStatus } from "../../types"
import { AffiliateSelect } from "../affiliate-select"
import type { FieldProps } from "./types"

type AffiliateFieldProps<TForm extends FieldValues> = FieldProps<TForm> & {
  statuses?: AffiliateStatus[]
  programId?: string
  excludeId?: string
}

/** An affiliate, searched for; the form holds the id, `""` for none. */
export const AffiliateField = <TForm extends FieldValues>({
  control,
  name,
  label,
  hint,
  tooltip,
  optional,
  ...select
}: AffiliateFieldProps<TForm>) => (
  <Form.Field
    control={control}
    name={name}
    render={({ field }) => (
      <Form.Item>
        <Form.Label optional={optional} tooltip={tooltip}>
          {label}
        </Form.Label>
        <Form.Control>
          <AffiliateSelect {...select} {...field} />
        </Form.Control>
        {hint && <Form.Hint>{hint}</Form.Hint>}
        <Form.ErrorMessage />
      </Form.Item>
    )}
  />
)
