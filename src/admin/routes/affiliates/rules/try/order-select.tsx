import { Combobox } from "@medusajs/dashboard/components"
import { useDebouncedSearch } from "@medusajs/dashboard/hooks"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { useAffiliateOrders } from "../../../../hooks/orders"
import { useFormat } from "../../../../lib/format"
import type { AffiliateOrder } from "../../../../types"

const OFFERED = 20

type OrderSelectProps = {
  id: string
  /** Only orders that were credited in this program are offered. */
  programId: string
  /** Id of the chosen order, `""` for none. */
  value: string
  onChange: (orderId: string) => void
}

/** Finds an order that an affiliate is credited with, by its number or the affiliate's name. */
export const OrderSelect = ({
  id,
  programId,
  value,
  onChange,
}: OrderSelectProps) => {
  const { t } = useTranslation("affiliate")
  const { date } = useFormat()
  const { searchValue, onSearchValueChange, query } = useDebouncedSearch()
  const [chosen, setChosen] = useState<AffiliateOrder | null>(null)
  const { orders = [] } = useAffiliateOrders(
    {
      q: query,
      program_id: programId,
      outcome: "attributed",
      limit: OFFERED,
      order: "-placed_at",
    },
    { enabled: !!programId }
  )

  const found = orders.filter(({ order_id }) => order_id !== chosen?.order_id)
  // What is chosen stays in the list, or the field could not show its number.
  const offered =
    chosen && chosen.order_id === value && !searchValue
      ? [chosen, ...found]
      : orders

  return (
    <Combobox
      id={id}
      placeholder={t("rules.try.orderPlaceholder")}
      value={value}
      onChange={(orderId) => {
        setChosen(orders.find(({ order_id }) => order_id === orderId) ?? chosen)
        onChange(orderId ?? "")
      }}
      searchValue={searchValue}
      onSearchValueChange={onSearchValueChange}
      disabled={!programId}
      allowClear
      options={offered.map(
        ({ order_id, order_display_id, affiliate, placed_at }) => ({
          value: order_id,
          label: t("rules.try.orderLabel", {
            number: order_display_id ?? order_id,
            name: affiliate?.name ?? "–",
            date: date(placed_at),
          }),
        })
      )}
    />
  )
}
