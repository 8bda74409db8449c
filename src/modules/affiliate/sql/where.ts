import { MedusaError } from "@medusajs/framework/utils"

/** A filter on one column as the routes take it: a value, a list of values, or operators. */
export type ColumnFilter = unknown

export interface Where {
  /** Conditions for `WHERE`; `TRUE` where nothing is asked for. */
  sql: string
  bindings: Record<string, unknown>
}

const COMPARE: Record<string, (column: string, value: string) => string> = {
  $eq: (column, value) => `${column} = ${value}`,
  $ne: (column, value) => `${column} IS DISTINCT FROM ${value}`,
  $in: (column, value) => `${column} = ANY(${value})`,
  $nin: (column, value) => `${column} <> ALL(${value})`,
  $gt: (column, value) => `${column} > ${value}`,
  $gte: (column, value) => `${column} >= ${value}`,
  $lt: (column, value) => `${column} < ${value}`,
  $lte: (column, value) => `${column} <= ${value}`,
  $like: (column, value) => `${column} LIKE ${value}`,
  $ilike: (column, value) => `${column} ILIKE ${value}`,
}

/**
 * Filters as SQL, for lists that no query of Medusa's can read. Values go in as bindings only.
 *
 * @param filters by column; whoever calls has checked that these are columns
 * @throws invalid_data for an operator that is not known: a filter that is left out finds everything
 */
export const whereOf = (filters: Record<string, ColumnFilter>): Where => {
  const conditions: string[] = []
  const bindings: Record<string, unknown> = {}
  for (const [column, filter] of Object.entries(filters)) {
    for (const [operator, value] of Object.entries(operatorsOf(filter))) {
      const compare = COMPARE[operator]
      if (!compare) {
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          `There is no operator ${operator} for ${column}`
        )
      }
      const name = `where_${conditions.length}`
      conditions.push(compare(column, `:${name}`))
      bindings[name] = value
    }
  }
  return { sql: conditions.join(" AND ") || "TRUE", bindings }
}

const operatorsOf = (filter: ColumnFilter): Record<string, unknown> => {
  if (Array.isArray(filter)) {
    return { $in: filter }
  }
  return filter !== null &&
    typeof filter === "object" &&
    !(filter instanceof Date)
    ? (filter as Record<string, unknown>)
    : { $eq: filter }
}
