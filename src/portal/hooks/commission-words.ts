import { useMemo } from "react"
import { useSpeech } from "../i18n/language"
import type { Commission } from "../lib/types"

/** A commission in plain words: what it is for, and when its money is there. */
export function useCommissionWords() {
  const { t, format } = useSpeech()
  return useMemo(
    () => ({
      what: ({ order_display_id, kind }: Commission): string =>
        order_display_id === null
          ? t(`earnings.kind.${kind}`)
          : t("earnings.order", { number: String(order_display_id) }),

      whenShort: (commission: Commission): string => {
        const { status, held, payable, available_at } = commission
        if (status !== "pending") return t(`earnings.status.${status}`)
        if (held) return t("dashboard.upcoming.held")
        if (!payable) return t("dashboard.upcoming.unpaid")
        return t("dashboard.upcoming.due", { date: format.day(available_at) })
      },

      when: (commission: Commission): string => {
        const { status, held, payable, available_at, released_at } = commission
        if (status === "available")
          return released_at
            ? t("earnings.when.available", { date: format.day(released_at) })
            : t("earnings.when.availableNow")
        if (status !== "pending") return t(`earnings.when.${status}`)
        if (held) return t("earnings.when.held")
        const date = format.day(available_at)
        return payable
          ? t("earnings.when.pending", { date })
          : t("earnings.when.unpaid", { date })
      },

      why: ({ kind, order_display_id, level, created_at }: Commission) =>
        t(`earnings.why.${kind}`, {
          number: String(order_display_id ?? ""),
          date: format.day(created_at),
          level: String(level),
        }),
    }),
    [t, format]
  )
}
