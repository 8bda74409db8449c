import { clx } from "@medusajs/ui"

import { useFormat } from "../lib/format"

type MoneyProps = {
  /** In major units. */
  amount: number
  currencyCode: string
  className?: string
}

/** An amount in the currency's own digits; what is below zero stands out. */
export const Money = ({ amount, currencyCode, className }: MoneyProps) => {
  const { money } = useFormat()
  return (
    <span
      className={clx(
        "whitespace-nowrap tabular-nums",
        amount < 0 && "text-ui-fg-error",
        className
      )}
    >
      {money(amount, currencyCode)}
    </span>
  )
}
