/**
 * The text of a file in UTF-8, or in what spreadsheets on Windows write
 * instead: without this, every umlaut would be lost.
 */
export async function readTextFile(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}
