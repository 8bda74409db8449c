/** A table whose changes are recorded, so that its rows can be read as they were. */
type RecordedTable =
  "affiliate" | "affiliate_contract" | "affiliate_program" | "affiliate_tier"

/**
 * SQL: the row `present` of a table as it was at `:moment`, to join laterally.
 *
 * @param present alias of the row as it is now
 */
export const asOf = (table: RecordedTable, present: string): string =>
  `LATERAL jsonb_populate_record(
     ${present}, affiliate_as_of('${table}', to_jsonb(${present}), :moment))`
