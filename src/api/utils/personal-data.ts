import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

import { MedusaResponse } from "@medusajs/framework/http"

import type { PersonalTables } from "../../modules/affiliate/service-layers/personal-data"
import { plain } from "./plain"

/** One JSON object with a list per table, told row by row: however much there is, little of it is in memory. */
async function* asJson(
  of: Record<string, string>,
  tables: PersonalTables
): AsyncGenerator<string> {
  const created_at = new Date().toISOString()
  yield `{"personal_data":${JSON.stringify({ ...of, created_at }).slice(0, -1)}`
  let open: string | null = null
  for await (const { table, rows } of tables) {
    const begins = table !== open
    if (begins) {
      yield `${open === null ? "" : "]"},${JSON.stringify(table)}:[`
      open = table
    }
    if (rows.length) {
      const told = rows.map((row) => JSON.stringify(plain(row)))
      yield `${begins ? "" : ","}${told.join(",")}`
    }
  }
  yield `${open === null ? "" : "]"}}}`
}

/**
 * Answers a person's data as a file. What fails on the way breaks the download
 * off, so that nobody takes half of it for all.
 *
 * @param of whose data it is, like `{ affiliate_id }`
 */
export const sendPersonalData = async (
  res: MedusaResponse,
  of: Record<string, string>,
  tables: PersonalTables
): Promise<void> => {
  res.setHeader("content-type", "application/json; charset=utf-8")
  res.setHeader(
    "content-disposition",
    'attachment; filename="affiliate-personal-data.json"'
  )
  // A person's data: not for any cache.
  res.setHeader("cache-control", "no-store")
  await pipeline(Readable.from(asJson(of, tables)), res)
}
