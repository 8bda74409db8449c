import { FetchError } from "@medusajs/js-sdk"

import { sdk } from "./sdk"

/** What is wrong with a line of a file; the header is line 1. */
export type LineError = { line: number; message: string }

/** The store took nothing of a file. */
export class CsvRefused extends FetchError {
  constructor(
    message: string,
    status: number,
    /** Empty when the file as a whole is wrong. */
    readonly lines: LineError[]
  ) {
    super(message, undefined, status)
  }
}

/**
 * Sends a CSV to a route that takes all of it or nothing. The client of the
 * SDK keeps of a refusal only its message, not the lines that are wrong.
 *
 * @throws CsvRefused
 */
export async function postCsv<TAnswer>(
  route: string,
  csv: string
): Promise<TAnswer> {
  const token = __AUTH_TYPE__ === "jwt" ? await sdk.client.getToken() : null
  const answer = await fetch(new URL(route, baseUrl()), {
    method: "POST",
    credentials: token ? "omit" : "include",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ csv }),
  })
  if (!answer.ok) {
    const { message, errors } = await answer
      .json()
      .catch(() => ({ message: answer.statusText }))
    throw new CsvRefused(String(message), answer.status, linesOf(errors))
  }
  return answer.json()
}

/** As the SDK finds it. */
function baseUrl(): string {
  const url = __BACKEND_URL__
  return !url || url === "/" ? window.location.origin : url
}

function linesOf(errors: unknown): LineError[] {
  return Array.isArray(errors)
    ? errors.filter(({ line, message }) => line !== undefined && message)
    : []
}
