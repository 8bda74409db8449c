import type { DataTableRowSelectionState } from "@medusajs/ui"
import { useRef, useState } from "react"

import type { Payout } from "../../../types"

/**
 * What is selected, on this page and on those left behind.
 *
 * @param onPage Payouts that are shown now.
 */
export function useSelection(onPage: Payout[] = []) {
  const [state, setState] = useState<DataTableRowSelectionState>({})
  const seen = useRef(new Map<string, Payout>())

  for (const payout of onPage) {
    seen.current.set(payout.id, payout)
  }
  const selected = Object.keys(state)
    .filter((id) => state[id])
    .map((id) => seen.current.get(id))
    .filter((payout) => payout !== undefined)

  return {
    selected,
    clear: () => setState({}),
    rowSelection: { state, onRowSelectionChange: setState },
  }
}
