import { useSearchParams } from "react-router-dom"

import type { PayoutStatus } from "../../../types"

/** What waits comes first: that is what the page is opened for. */
export const VIEWS = [
  "waiting",
  "processing",
  "failed",
  "paid",
  "canceled",
  "all",
] as const

export type View = (typeof VIEWS)[number]

/** `undefined` = every status. */
export const STATUS_OF: Record<View, PayoutStatus | undefined> = {
  waiting: "pending",
  processing: "processing",
  failed: "failed",
  paid: "paid",
  canceled: "canceled",
  all: undefined,
}

/** The chosen view, kept in the address like the table's own filters. */
export function useView() {
  const [params, setParams] = useSearchParams()
  const chosen = params.get("view")
  const view = VIEWS.find((candidate) => candidate === chosen) ?? "waiting"

  const setView = (next: View) =>
    setParams((previous) => {
      previous.set("view", next)
      // Page three of one view is nowhere in another.
      previous.delete("offset")
      return previous
    })

  return { view, setView }
}
