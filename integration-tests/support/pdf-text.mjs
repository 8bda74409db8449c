import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"

/** Reads a PDF from the standard input and writes the text of its pages, line by line, as JSON. */
const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)

const pdf = await getDocument({
  data: new Uint8Array(Buffer.concat(chunks)),
  useSystemFonts: false,
  verbosity: 0,
}).promise

const pages = []
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  const lines = new Map()
  for (const { str, transform } of items) {
    const y = Math.round(transform[5])
    lines.set(
      y,
      `${lines.get(y) ?? ""}${lines.has(y) && str.trim() ? " " : ""}${str}`
    )
  }
  pages.push(
    [...lines.values()].map((line) => line.replace(/\s+/g, " ").trim())
  )
}
process.stdout.write(JSON.stringify(pages))
