import type { TaxValues } from "./values"

type Bound = {
  value: string
  error?: string
  onValue: (value: string) => void
}

/** What every part of the form is handed. */
export type FieldsProps = {
  values: TaxValues
  /** What a text field or a list of choices needs to hold a value. */
  field: (name: keyof TaxValues) => Bound & { maxLength: number }
  choice: (name: keyof TaxValues) => Bound
  /** The same for something to tick. */
  tick: (name: keyof TaxValues) => {
    checked: boolean
    error?: string
    onValue: (checked: boolean) => void
  }
}
