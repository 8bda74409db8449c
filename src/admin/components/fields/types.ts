import type { ReactNode } from "react"
import type { Control, FieldPath, FieldValues } from "react-hook-form"

/**
 * What every field of a form takes. The control is handed in, never taken from
 * a context: the dashboard may carry its own copy of react-hook-form.
 */
export type FieldProps<TForm extends FieldValues> = {
  control: Control<TForm>
  name: FieldPath<TForm>
  label: string
  hint?: ReactNode
  tooltip?: ReactNode
  optional?: boolean
}
