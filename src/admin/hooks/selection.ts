import type { DataTableRowSelectionState } from "@medusajs/ui"
import { useRef, useState } from "react"

/**
 * What is selected, on this page and on those left behind.
 *
 * @param onPage Rows that are shown now.
 */
export function useSelection<TRow extends { id: string }>(onPage: TRow[] = []) {
  const [state, setState] = useState<DataTableRowSelectionState>({})
  const seen = useRef(new Map<string, TRow>())

  for (const row of onPage) {
    seen.current.set(row.id, row)
  }
  const selected = Object.keys(state)
    .filter((id) => state[id])
    .map((id) => seen.current.get(id))
    .filter((row) => row !== undefined)

  return {
    selected,
    clear: () => setState({}),
    rowSelection: { state, onRowSelectionChange: setState },
  }
}
