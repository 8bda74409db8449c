import { useCallback } from "react"
import { useSearchParams } from "react-router-dom"

/** What a list is narrowed to stands in the address, so that it can be kept and gone back to. */
export function useListSearch() {
  const [search, setSearch] = useSearchParams()
  const change = useCallback(
    (changes: Record<string, string | number>) =>
      setSearch(
        (before) => {
          // Another list begins with its first page.
          if (!("offset" in changes)) before.delete("offset")
          for (const [key, value] of Object.entries(changes))
            if (value === "" || value === 0) before.delete(key)
            else before.set(key, String(value))
          return before
        },
        { replace: true }
      ),
    [setSearch]
  )
  return {
    get: (key: string) => search.get(key) ?? "",
    offset: Number(search.get("offset") ?? 0) || 0,
    change,
  }
}
