import { Form } from "@medusajs/dashboard/components"
import { Switch } from "@medusajs/ui"
import type { FieldValues } from "react-hook-form"

import type { FieldProps } from "./types"

/** A switch in a box with what it does beside it, as in the dashboard's own forms. */
export const SwitchField = <TForm extends FieldValues>({
  control,
  name,
  label,
  hint,
  tooltip,
}: Omit<FieldProps<TForm>, "optional">) => (
  <Form.Field
    control={control}
    name={name}
    render={({ field: { value, onChange, ...field } }) => (
      <Form.Item>
        <div className="bg-ui-bg-component shadow-elevation-card-rest flex items-start gap-x-3 rounded-lg p-3">
          <Form.Control>
            <Switch
              className="shrink-0 rtl:rotate-180"
              dir="ltr"
              {...field}
              checked={value}
              onCheckedChange={onChange}
            />
          </Form.Control>
          <div>
            <Form.Label tooltip={tooltip}>{label}</Form.Label>
            {hint && <Form.Hint>{hint}</Form.Hint>}
          </div>
        </div>
        <Form.ErrorMessage />
      </Form.Item>
    )}
  />
)
