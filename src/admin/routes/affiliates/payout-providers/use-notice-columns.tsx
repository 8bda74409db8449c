import { ArrowPath, CheckCircle } from "@medusajs/icons"
import { createDataTableColumnHelper, StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { TextLink } from "../../../components/text-link"
import { useDestinationWords } from "../../../lib/destination-words"
import { useFormat } from "../../../lib/format"
import { paths } from "../../../lib/paths"
import { rowActions } from "../../../lib/row-actions"
import type { PayoutNotice, PayoutNoticeState } from "../../../types"

const helper = createDataTableColumnHelper<PayoutNotice>()

const COLORS: Record<
  PayoutNoticeState,
  NonNullable<ComponentProps<typeof StatusBadge>["color"]>
> = {
  received: "orange",
  handled: "green",
  failed: "red",
}

/** What a notice can say that has a word of our own; the rest is the provider's. */
const SAYS = [
  "paid",
  "processing",
  "failed",
  "returned",
  "enabled",
  "not_enabled",
] as const

type Act = (notice: PayoutNotice) => void

/** Columns of what providers said; the row's menu has it handled again, or closes it. */
export function useNoticeColumns({ again, close }: { again: Act; close: Act }) {
  const { t } = useTranslation("affiliate")
  const { dateTime } = useFormat()
  const words = useDestinationWords()

  return useMemo(
    () => [
      helper.accessor("received_at", {
        header: t("payoutProviders.notices.received"),
        cell: ({ getValue }) => (
          <span className="whitespace-nowrap">{dateTime(getValue())}</span>
        ),
        enableSorting: true,
        sortAscLabel: t("common.sort.oldest"),
        sortDescLabel: t("common.sort.newest"),
      }),
      helper.accessor("provider", {
        header: t("payoutProviders.notices.provider"),
        cell: ({ getValue }) => words.provider(getValue()),
      }),
      helper.accessor("says", {
        header: t("payoutProviders.notices.says"),
        cell: ({ row: { original } }) => {
          const known = SAYS.find((word) => word === original.says)
          const said = known
            ? t(`payoutProviders.notices.saying.${known}`)
            : original.says
          return original.payout_id ? (
            <TextLink to={paths.payout(original.payout_id)}>{said}</TextLink>
          ) : original.affiliate_id ? (
            <TextLink to={paths.affiliate(original.affiliate_id)}>
              {said}
            </TextLink>
          ) : (
            said
          )
        },
        truncateTooltip: false,
      }),
      helper.accessor("state", {
        header: t("payoutProviders.notices.state"),
        cell: ({ getValue }) => (
          <StatusBadge color={COLORS[getValue()]} className="text-nowrap">
            {t(`payoutProviders.notices.states.${getValue()}`)}
          </StatusBadge>
        ),
        truncateTooltip: false,
      }),
      helper.accessor("outcome", {
        header: t("payoutProviders.notices.outcome"),
        cell: ({ row: { original } }) =>
          original.outcome ?? original.last_error ?? "–",
        maxSize: 340,
      }),
      helper.action({
        actions: ({ row: { original: notice } }) =>
          rowActions(
            notice.state === "handled"
              ? []
              : [
                  [
                    {
                      icon: <ArrowPath />,
                      label: t("payoutProviders.notices.again"),
                      onClick: () => again(notice),
                    },
                  ],
                  [
                    {
                      icon: <CheckCircle />,
                      label: t("payoutProviders.notices.close.action"),
                      onClick: () => close(notice),
                    },
                  ],
                ]
          ),
      }),
    ],
    [t, dateTime, words, again, close]
  )
}
