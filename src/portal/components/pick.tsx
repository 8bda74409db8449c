import { Hint, Label, RadioGroup, Text } from "@medusajs/ui"
import { useId } from "react"

/** One of a few, all of them in sight. */
export function Pick({
  label,
  hint,
  value,
  options,
  onValue,
}: {
  label: string
  hint?: string
  value: string
  options: { value: string; label: string }[]
  onValue: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <Text as="span" id={id} size="small" weight="plus">
        {label}
      </Text>
      {hint && (
        <Hint id={`${id}-hint`} className="text-ui-fg-subtle">
          {hint}
        </Hint>
      )}
      <RadioGroup
        aria-labelledby={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={value}
        onValueChange={onValue}
        className="flex flex-wrap gap-x-6 gap-y-2"
      >
        {options.map((option) => (
          <div key={option.value} className="flex items-center gap-2">
            <RadioGroup.Item
              id={`${id}-${option.value}`}
              value={option.value}
            />
            <Label htmlFor={`${id}-${option.value}`} size="small">
              {option.label}
            </Label>
          </div>
        ))}
      </RadioGroup>
    </div>
  )
}
