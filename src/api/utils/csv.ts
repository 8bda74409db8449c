import { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { CsvError, parse } from "csv-parse/sync"

/** What is wrong with a line of a file; the header is line 1. */
export interface LineError {
  line: number
  message: string
}

/** A row of a file that is as it should be. */
export interface CsvRow<Row> {
  line: number
  row: Row
}

export interface ReadCsv<Row> {
  rows: CsvRow<Row>[]
  errors: LineError[]
}

const DELIMITERS = [",", ";", "\t"]
/** How many lines a message names; all of them are beside it. */
const NAMED_MAX = 5

/** Spreadsheets of many countries separate by `;`. */
const delimiterOf = (text: string): string => {
  const [header] = text.split(/\r?\n/, 1)
  const count = (delimiter: string) => header.split(delimiter).length
  return DELIMITERS.reduce((best, one) =>
    count(one) > count(best) ? one : best
  )
}

/** What was written with an apostrophe so that no spreadsheet takes it for a formula. */
const unescapeFormula = (cell: string): string =>
  /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell

/**
 * Reads a CSV with a header row, cells trimmed, empty cells left out.
 *
 * @param columns that the header may name, in any order
 * @param required columns that it must name
 * @param schema of a row, from cells as texts
 * @throws invalid_data for a file that is no CSV, a wrong header and too many rows; what is wrong
 *   with a row is among the errors
 */
export const readCsv = <Row>(
  text: string,
  {
    columns,
    required,
    rows_max,
    schema,
  }: {
    columns: readonly string[]
    required: readonly string[]
    rows_max: number
    schema: z.ZodType<Row>
  }
): ReadCsv<Row> => {
  const records = recordsOf(text, (header) => {
    checkHeader(header, columns, required)
    return header
  })
  if (!records.length) {
    throw invalid("The CSV has no rows")
  }
  if (records.length > rows_max) {
    throw invalid(
      `The CSV has ${records.length} rows, at most ${rows_max} are taken at once`
    )
  }
  const rows: CsvRow<Row>[] = []
  const errors: LineError[] = []
  for (const { record, info } of records) {
    const parsed = schema.safeParse(cellsOf(record))
    if (parsed.success) {
      rows.push({ line: info.lines, row: parsed.data })
    } else {
      errors.push({ line: info.lines, message: wordsOf(parsed.error) })
    }
  }
  return { rows, errors }
}

/** Answers that nothing of a file was done, and what is wrong with which line. */
export const refuseLines = (res: MedusaResponse, errors: LineError[]): void => {
  const inOrder = [...errors].sort((a, b) => a.line - b.line)
  const named = inOrder
    .slice(0, NAMED_MAX)
    .map(({ line, message }) => `line ${line}: ${message}`)
  const more = inOrder.length - named.length
  res.status(400).json({
    type: MedusaError.Types.INVALID_DATA,
    message: `Nothing was done. ${[...named, ...(more > 0 ? [`and ${more} more`] : [])].join("; ")}`,
    errors: inOrder,
  })
}

interface ParsedRecord {
  record: Record<string, string>
  info: { lines: number }
}

const recordsOf = (
  text: string,
  columns: (header: string[]) => string[]
): ParsedRecord[] => {
  try {
    return parse(text, {
      bom: true,
      columns: (header: string[]) =>
        columns(header.map((name) => name.trim().toLowerCase())),
      delimiter: delimiterOf(text),
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as ParsedRecord[]
  } catch (error) {
    if (error instanceof CsvError) {
      throw invalid(`The CSV cannot be read: ${error.message}`)
    }
    throw error
  }
}

const checkHeader = (
  header: string[],
  columns: readonly string[],
  required: readonly string[]
): void => {
  const unknown = header.find((name) => !columns.includes(name))
  if (unknown !== undefined) {
    throw invalid(
      `The CSV has a column '${unknown}'; there is ${columns.join(", ")}`
    )
  }
  const twice = header.find((name, index) => header.indexOf(name) !== index)
  if (twice !== undefined) {
    throw invalid(`The CSV has the column '${twice}' twice`)
  }
  const missing = required.find((name) => !header.includes(name))
  if (missing !== undefined) {
    throw invalid(`The CSV has no column '${missing}'`)
  }
}

const cellsOf = (record: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(record)
      .filter(([, cell]) => cell !== "")
      .map(([name, cell]) => [name, unescapeFormula(cell)])
  )

const wordsOf = (error: z.ZodError): string =>
  error.issues
    .map(({ path, message }) =>
      message.startsWith("Field ")
        ? message
        : `Field '${path.map(String).join(".")}': ${message}`
    )
    .join(", ")

const invalid = (message: string): MedusaError =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)
