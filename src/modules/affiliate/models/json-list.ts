import { model } from "@medusajs/framework/utils"

/**
 * A JSON column that holds a list, empty by default. Medusa types the default
 * of a JSON column as an object, though the column takes any JSON.
 */
export const jsonList = () =>
  model.json().default([] as unknown as Record<string, unknown>)

/** A list as the generated types of such a column want it written. */
export const toJsonColumn = (list: object[]): Record<string, unknown> =>
  list as unknown as Record<string, unknown>

/** The list that such a column holds, as whoever wrote it typed it. */
export const fromJsonColumn = <Item>(column: Record<string, unknown>): Item[] =>
  column as unknown as Item[]
