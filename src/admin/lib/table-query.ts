import { useMemo } from "react"
import { useSearchParams } from "react-router-dom"

export type TableQuery = {
  limit: number
  offset: number
  order?: string
  q?: string
} & Record<string, unknown>

type TableQueryOptions = {
  /** Ids of the table's filters; each is sent to the API under its own name. */
  filters?: readonly string[]
  pageSize?: number
  /** Keeps two tables on one page apart in the address. */
  prefix?: string
  /** Order while the person has not chosen one, e.g. `-created_at`. */
  defaultOrder?: string
}

/**
 * What a `DataTable` has written into the address (search, filters, order,
 * page), as the query of a Medusa list route.
 */
export function useTableQuery({
  filters = [],
  pageSize = 20,
  prefix,
  defaultOrder = "-created_at",
}: TableQueryOptions = {}): TableQuery {
  const [params] = useSearchParams()
  const address = params.toString()
  const filterNames = filters.join(",")

  return useMemo(() => {
    const current = new URLSearchParams(address)
    const read = (key: string) =>
      current.get(prefix ? `${prefix}_${key}` : key) || undefined

    const query: TableQuery = {
      limit: pageSize,
      offset: Number(read("offset")) || 0,
      order: read("order") ?? defaultOrder,
      q: read("q"),
    }
    for (const name of filterNames.split(",").filter(Boolean)) {
      const value = read(name)
      if (value !== undefined) {
        query[name] = parsed(value)
      }
    }
    return query
  }, [address, filterNames, pageSize, prefix, defaultOrder])
}

/** A filter is JSON, unless somebody wrote the address by hand. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
