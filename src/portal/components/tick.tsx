import { Checkbox, Hint, Label } from "@medusajs/ui"
import { useId } from "react"

/** Something to say yes to, with what is wrong with it told to everybody. */
export function Tick({
  label,
  checked,
  error,
  onValue,
}: {
  label: string
  checked: boolean
  error?: string
  onValue: (checked: boolean) => void
}) {
  const id = useId()
  const errorId = `${id}-error`
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-start gap-3">
        <Checkbox
          id={id}
          className="shrink-0"
          checked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
          onCheckedChange={(state) => onValue(state === true)}
        />
        <Label htmlFor={id} size="small">
          {label}
        </Label>
      </div>
      {error && (
        <Hint id={errorId} variant="error" role="alert">
          {error}
        </Hint>
      )}
    </div>
  )
}
