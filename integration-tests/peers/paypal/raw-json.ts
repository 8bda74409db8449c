/**
 * The bytes of a member of a JSON object, as they stand there: signatures are
 * made over them, and parsing and writing again may change them.
 *
 * @param json an object that JSON.parse takes
 */
export function rawMember(json: Buffer, name: string): Buffer | null {
  let depth = 0
  let at = 0
  while (at < json.length) {
    const sign = json[at]
    if (sign === QUOTE) {
      const end = endOfString(json, at)
      const after = skipSpace(json, end)
      const text: unknown = JSON.parse(json.toString("utf8", at, end))
      if (depth === 1 && text === name && json[after] === COLON) {
        const start = skipSpace(json, after + 1)
        return json.subarray(start, endOfValue(json, start))
      }
      at = end
      continue
    }
    if (sign === OPEN_OBJECT || sign === OPEN_LIST) depth += 1
    if (sign === CLOSE_OBJECT || sign === CLOSE_LIST) depth -= 1
    at += 1
  }
  return null
}

const [QUOTE, BACKSLASH, COLON, COMMA] = Buffer.from('"\\:,')
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = Buffer.from("{}[]")

function endOfString(json: Buffer, start: number): number {
  let at = start + 1
  while (json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1
  return at + 1
}

function skipSpace(json: Buffer, start: number): number {
  let at = start
  while (at < json.length && json[at] <= 0x20) at += 1
  return at
}

function endOfValue(json: Buffer, start: number): number {
  let depth = 0
  let at = start
  while (at < json.length) {
    const sign = json[at]
    if (sign === QUOTE) {
      at = endOfString(json, at)
      continue
    }
    if (sign === OPEN_OBJECT || sign === OPEN_LIST) depth += 1
    if (sign === CLOSE_OBJECT || sign === CLOSE_LIST) {
      if (depth === 0) return at
      depth -= 1
    }
    if (sign === COMMA && depth === 0) return at
    at += 1
  }
  return at
}
