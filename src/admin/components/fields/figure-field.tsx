import { Form } from "@medusajs/dashboard/components"
import { Input, Text } from "@medusajs/ui"
import type { ComponentPropsWithoutRef } from "react"
import { forwardRef } from "react"
import type { FieldValues } from "react-hook-form"

import type { FieldProps } from "./types"

type FigureInputProps = ComponentPropsWithoutRef<typeof Input> & {
  /** Sign or code before the figure, e.g. `%` or `USD`. */
  before?: string
  /** Unit behind the figure, e.g. `days`. */
  after?: string
}

/**
 * A figure with its unit, typed as text: a browser's number field turns `7,5`
 * into nothing where the comma is not the browser's own.
 */
export const FigureInput = forwardRef<HTMLInputElement, FigureInputProps>(
  ({ before, after, ...props }, ref) => (
    <div className="relative">
      {before && (
        <div className="pointer-events-none absolute inset-y-0 start-0 z-10 flex w-12 items-center justify-center border-e">
          <Text
            className="text-ui-fg-muted"
            size="small"
            leading="compact"
            weight="plus"
          >
            {before}
          </Text>
        </div>
      )}
      <Input
        ref={ref}
        inputMode="decimal"
        autoComplete="off"
        {...props}
        className={before ? "ps-14" : after ? "pe-20" : undefined}
      />
      {after && (
        <div className="pointer-events-none absolute inset-y-0 end-0 flex items-center pe-3">
          <Text className="text-ui-fg-muted" size="small" leading="compact">
            {after}
          </Text>
        </div>
      )}
    </div>
  )
)
FigureInput.displayName = "FigureInput"

type FigureFieldProps<TForm extends FieldValues> = FieldProps<TForm> &
  Pick<FigureInputProps, "before" | "after" | "placeholder" | "disabled">

/** A number with an optional unit; the form holds it as text. */
export const FigureField = <TForm extends FieldValues>({
  control,
  name,
  label,
  hint,
  tooltip,
  optional,
  ...input
}: FigureFieldProps<TForm>) => (
  <Form.Field
    control={control}
    name={name}
    render={({ field }) => (
      <Form.Item>
        <Form.Label optional={optional} tooltip={tooltip}>
          {label}
        </Form.Label>
        <Form.Control>
          <FigureInput {...input} {...field} />
        </Form.Control>
        {hint && <Form.Hint>{hint}</Form.Hint>}
        <Form.ErrorMessage />
      </Form.Item>
    )}
  />
)

export const PercentField = <TForm extends FieldValues>(
  props: Omit<FigureFieldProps<TForm>, "before" | "after">
) => <FigureField {...props} before="%" />
