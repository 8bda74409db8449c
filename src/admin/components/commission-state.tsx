import { StatusBadge, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Commission } from "../types"
import { CommissionStatusBadge } from "./status-badges"

type CommissionStateProps = {
  commission: Pick<Commission, "status" | "held" | "hold_reason">
}

/** The status of a commission, and beside it the hold that stops its release. */
export const CommissionState = ({ commission }: CommissionStateProps) => (
  <span className="flex items-center gap-x-1.5">
    <CommissionStatusBadge status={commission.status} />
    {isHeld(commission) && <HeldBadge reason={commission.hold_reason} />}
  </span>
)

/** A hold says nothing any more once the money is released. */
export function isHeld(commission: Pick<Commission, "status" | "held">) {
  return commission.held && commission.status === "pending"
}

const HeldBadge = ({ reason }: { reason: string | null }) => {
  const { t } = useTranslation("affiliate")
  const badge = (
    <StatusBadge color="red" className="text-nowrap">
      {t("commissions.held")}
    </StatusBadge>
  )
  return reason ? (
    <Tooltip content={reason} className="break-words">
      <span>{badge}</span>
    </Tooltip>
  ) : (
    badge
  )
}
