import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps, ReactNode } from "react"
import { useSpeech } from "../i18n/language"
import type { CommissionStatus, PayoutStatus } from "../lib/types"

type Colour = ComponentProps<typeof StatusBadge>["color"]

const COMMISSION: Record<CommissionStatus, Colour> = {
  pending: "orange",
  available: "green",
  requested: "blue",
  paid: "grey",
  clawed_back: "red",
}

const PAYOUT: Record<PayoutStatus, Colour> = {
  pending: "orange",
  processing: "blue",
  paid: "green",
  failed: "red",
  canceled: "grey",
}

export function CommissionBadge({ status }: { status: CommissionStatus }) {
  const { t } = useSpeech()
  return (
    <Badge color={COMMISSION[status]}>{t(`earnings.status.${status}`)}</Badge>
  )
}

export function PayoutBadge({ status }: { status: PayoutStatus }) {
  const { t } = useSpeech()
  return <Badge color={PAYOUT[status]}>{t(`payouts.status.${status}`)}</Badge>
}

export function Badge({
  color,
  children,
}: {
  color: Colour
  children: ReactNode
}) {
  return (
    <StatusBadge color={color} className="whitespace-nowrap">
      {children}
    </StatusBadge>
  )
}
