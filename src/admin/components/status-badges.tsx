import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"

import type {
  AffiliateStatus,
  CommissionStatus,
  PayoutBatchItemStatus,
  PayoutBatchStatus,
  PayoutStatus,
  ProgramStatus,
} from "../types"

type Color = NonNullable<ComponentProps<typeof StatusBadge>["color"]>

const AFFILIATE_COLORS: Record<AffiliateStatus, Color> = {
  pending: "orange",
  approved: "green",
  rejected: "grey",
  suspended: "red",
}

const PROGRAM_COLORS: Record<ProgramStatus, Color> = {
  active: "green",
  inactive: "grey",
}

const COMMISSION_COLORS: Record<CommissionStatus, Color> = {
  pending: "orange",
  available: "blue",
  requested: "purple",
  paid: "green",
  clawed_back: "red",
}

const BATCH_COLORS: Record<PayoutBatchStatus, Color> = {
  draft: "grey",
  awaiting_approval: "orange",
  approved: "blue",
  running: "blue",
  finished: "green",
  canceled: "grey",
}

const BATCH_ITEM_COLORS: Record<PayoutBatchItemStatus, Color> = {
  due: "orange",
  requested: "blue",
  sent: "green",
  refused: "red",
  failed: "red",
  canceled: "grey",
}

const PAYOUT_COLORS: Record<PayoutStatus, Color> = {
  pending: "orange",
  processing: "blue",
  paid: "green",
  failed: "red",
  canceled: "grey",
}

export const AffiliateStatusBadge = ({
  status,
}: {
  status: AffiliateStatus
}) => {
  const { t } = useTranslation("affiliate")
  return (
    <StatusBadge color={AFFILIATE_COLORS[status]} className="text-nowrap">
      {t(`affiliates.status.${status}`)}
    </StatusBadge>
  )
}

export const ProgramStatusBadge = ({ status }: { status: ProgramStatus }) => {
  const { t } = useTranslation("affiliate")
  return (
    <StatusBadge color={PROGRAM_COLORS[status]} className="text-nowrap">
      {t(`programs.status.${status}`)}
    </StatusBadge>
  )
}

export const CommissionStatusBadge = ({
  status,
}: {
  status: CommissionStatus
}) => {
  const { t } = useTranslation("affiliate")
  return (
    <StatusBadge color={COMMISSION_COLORS[status]} className="text-nowrap">
      {t(`commissions.status.${status}`)}
    </StatusBadge>
  )
}

export const PayoutStatusBadge = ({ status }: { status: PayoutStatus }) => {
  const { t } = useTranslation("affiliate")
  return (
    <StatusBadge color={PAYOUT_COLORS[status]} className="text-nowrap">
      {t(`payouts.status.${status}`)}
    </StatusBadge>
  )
}

export const PayoutBatchStatusBadge = ({
  status,
}: {
  status: PayoutBatchStatus
}) => {
  const { t } = useTranslation("affiliate")
  return (
    <StatusBadge color={BATCH_COLORS[status]} className="text-nowrap">
      {t(`payoutBatches.status.${status}`)}
    </StatusBadge>
  )
}

export const PayoutBatchItemStatusBadge = ({
  status,
}: {
  status: PayoutBatchItemStatus
}) => {
  const { t } = useTranslation("affiliate")
  return (
    <StatusBadge color={BATCH_ITEM_COLORS[status]} className="text-nowrap">
      {t(`payoutBatches.itemStatus.${status}`)}
    </StatusBadge>
  )
}
