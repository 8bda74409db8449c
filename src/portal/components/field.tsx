import { clx, Hint, Input, Label, Textarea } from "@medusajs/ui"
import { useId, useState, type ComponentProps, type ReactNode } from "react"
import { useSpeech } from "../i18n/language"

type Described = {
  id: string
  "aria-describedby": string | undefined
  "aria-invalid": boolean | undefined
}

/** A labelled place to write something, with what is wrong with it told to everybody. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  children,
  className,
}: {
  label: string
  hint?: ReactNode
  error?: string
  optional?: boolean
  children: (described: Described) => ReactNode
  className?: string
}) {
  const id = useId()
  const { t } = useSpeech()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const described = [hint && hintId, error && errorId].filter(Boolean).join(" ")
  return (
    <div className={clx("flex min-w-0 flex-col gap-1.5", className)}>
      <Label htmlFor={id} size="small" weight="plus">
        {label}
        {optional && (
          <span className="text-ui-fg-subtle font-normal">
            {" "}
            ({t("common.optional")})
          </span>
        )}
      </Label>
      {children({
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {hint && (
        <Hint id={hintId} className="text-ui-fg-subtle">
          {hint}
        </Hint>
      )}
      {error && (
        <Hint id={errorId} variant="error" role="alert">
          {error}
        </Hint>
      )}
    </div>
  )
}

type InputProps = Omit<ComponentProps<typeof Input>, "id" | "onChange"> & {
  label: string
  hint?: ReactNode
  error?: string
  optional?: boolean
  onValue: (value: string) => void
}

export function TextField({
  label,
  hint,
  error,
  optional,
  onValue,
  ...props
}: InputProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(described) => (
        <Input
          {...props}
          {...described}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}

export function LongField({
  label,
  hint,
  error,
  optional,
  onValue,
  value,
}: {
  label: string
  hint?: ReactNode
  error?: string
  optional?: boolean
  value: string
  onValue: (value: string) => void
}) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(described) => (
        <Textarea
          {...described}
          rows={3}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}

/** The browser's own list: a phone opens its own picker for it. */
export function Choice({
  label,
  hint,
  error,
  optional,
  hideLabel = false,
  value,
  options,
  onValue,
  className,
}: {
  label: string
  hint?: ReactNode
  error?: string
  optional?: boolean
  hideLabel?: boolean
  value: string
  options: { value: string; label: string }[]
  onValue: (value: string) => void
  className?: string
}) {
  const list = (described: Partial<Described>) => (
    <select
      {...described}
      aria-label={hideLabel ? label : undefined}
      value={value}
      onChange={(event) => onValue(event.target.value)}
      className={clx(
        "bg-ui-bg-field shadow-borders-base text-ui-fg-base txt-compact-small h-8 w-full rounded-md px-2 outline-none",
        "focus-visible:shadow-borders-interactive-with-active aria-[invalid=true]:!shadow-borders-error",
        className
      )}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
  return hideLabel ? (
    list({})
  ) : (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {list}
    </Field>
  )
}

/** The values of a form, one by one. */
export function useValues<Values extends Record<string, string>>(
  first: Values
): [Values, (name: keyof Values) => (value: string) => void] {
  const [values, setValues] = useState(first)
  return [
    values,
    (name) => (value) => setValues((before) => ({ ...before, [name]: value })),
  ]
}
