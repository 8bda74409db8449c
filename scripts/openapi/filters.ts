import {
  currencyFilter,
  numberFilter,
  textFilter,
  timeFilter,
} from "../../src/api/utils/list-params"
import { jsonSchema } from "./json-schema"
import type { Schema } from "./schema"

/** The filters that nearly every list takes: each is described once. */
export const filters: Record<string, Schema> = {
  CurrencyFilter: jsonSchema(currencyFilter()),
  NumberFilter: jsonSchema(numberFilter()),
  TextFilter: jsonSchema(textFilter()),
  TimeFilter: jsonSchema(timeFilter()),
}

const names = new Map(
  Object.entries(filters).map(([name, schema]) => [
    JSON.stringify(schema),
    name,
  ])
)

/** Whether a parameter takes operators such as `$gte`. */
export const isFilter = ({ anyOf = [] }: Schema): boolean =>
  anyOf.some(({ properties }) => properties?.$eq !== undefined)

/** A filter by its name, where it has one. */
export const filterByName = (schema: Schema): Schema => {
  const name = names.get(JSON.stringify(schema))
  return name ? { $ref: `#/components/schemas/${name}` } : schema
}
