import type { DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { usePayoutProviders } from "../../../hooks/payout-providers"
import { useDestinationWords } from "../../../lib/destination-words"
import type { PayoutNoticeState } from "../../../types"

const STATES: PayoutNoticeState[] = ["received", "handled", "failed"]

/** Filters of what providers said: which provider, and what became of it. */
export function useNoticeFilters(): DataTableFilter[] {
  const { t } = useTranslation("affiliate")
  const words = useDestinationWords()
  const { providers } = usePayoutProviders()

  return useMemo(
    () => [
      {
        id: "state",
        type: "multiselect",
        label: t("payoutProviders.notices.state"),
        searchable: false,
        options: STATES.map((state) => ({
          value: state,
          label: t(`payoutProviders.notices.states.${state}`),
        })),
      },
      {
        id: "provider",
        type: "multiselect",
        label: t("payoutProviders.notices.provider"),
        searchable: false,
        options: (providers ?? [])
          .filter(({ has_webhooks }) => has_webhooks)
          .map(({ id }) => ({ value: id, label: words.provider(id) })),
      },
    ],
    [t, words, providers]
  )
}
