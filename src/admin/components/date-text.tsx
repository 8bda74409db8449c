import { Tooltip } from "@medusajs/ui"

import { useFormat } from "../lib/format"

/** A day, with the time of day on hover; `–` where there is none. */
export const DateText = ({ value }: { value: string | null | undefined }) => {
  const { date, dateTime } = useFormat()
  if (!value) {
    return <span className="text-ui-fg-muted">–</span>
  }
  return (
    <Tooltip content={dateTime(value)}>
      <span className="whitespace-nowrap">{date(value)}</span>
    </Tooltip>
  )
}
