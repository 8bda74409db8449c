import PDFDocument from "pdfkit"

import { toAmount } from "../domain/money"
import { DocumentParty, PayoutDocument } from "../domain/tax/document"
import { documentFonts, DocumentFonts, runsOf } from "./fonts"

const MARGIN = 50
const PAGE_WIDTH = 595.28
const PAGE_HEIGHT = 841.89
const WIDTH = PAGE_WIDTH - 2 * MARGIN
const LINE = 14
/** Below it the next page begins. */
const BOTTOM = PAGE_HEIGHT - MARGIN - LINE

const TITLES: Record<PayoutDocument["kind"], string> = {
  self_billing_invoice: "Self-billing invoice / Gutschrift",
  remittance_advice: "Remittance advice / Zahlungsmitteilung",
  self_billing_correction: "Self-billing correction / Rechnungsberichtigung",
  remittance_correction:
    "Remittance correction / Berichtigte Zahlungsmitteilung",
}

interface Style {
  size?: number
  bold?: boolean
  align?: "left" | "right"
}

/** One page after the other, written line by line; nothing breaks in the middle of one. */
class Paper {
  private readonly pdf: PDFKit.PDFDocument
  private y = MARGIN

  constructor(
    private readonly fonts: DocumentFonts,
    title: string,
    made: Date
  ) {
    this.pdf = new PDFDocument({
      size: "A4",
      margin: MARGIN,
      // The same document is the same bytes, whenever it is written.
      info: {
        Title: title,
        Creator: "medusa-plugin-affiliate",
        CreationDate: made,
      },
    })
    this.pdf.registerFont("regular", fonts.regular.bytes)
    this.pdf.registerFont("bold", fonts.bold.bytes)
    if (fonts.other) {
      this.pdf.registerFont("other", fonts.other.bytes)
    }
  }

  gap(lines = 1): void {
    this.y += lines * LINE
  }

  /** Cells side by side, each at its own place; `x` and `width` as shares of the page. */
  row(cells: (Style & { text: string; x: number; width: number })[]): void {
    const height = Math.max(
      ...cells.map(
        ({ size = 9, ...cell }) =>
          this.linesOf(cell.text, cell, size).length * (size + 4)
      )
    )
    if (this.y + height > BOTTOM) {
      this.pdf.addPage()
      this.y = MARGIN
    }
    for (const { size = 9, ...cell } of cells) {
      this.linesOf(cell.text, cell, size).forEach((line, index) =>
        this.write(line, cell, size, this.y + index * (size + 4))
      )
    }
    this.y += height
  }

  rule(): void {
    this.pdf
      .moveTo(MARGIN, this.y + 2)
      .lineTo(MARGIN + WIDTH, this.y + 2)
      .lineWidth(0.5)
      .stroke()
    this.y += 6
  }

  async bytes(): Promise<Buffer> {
    const chunks: Buffer[] = []
    const done = new Promise<void>((resolve, reject) => {
      this.pdf.on("data", (chunk: Buffer) => chunks.push(chunk))
      this.pdf.on("end", resolve)
      this.pdf.on("error", reject)
    })
    this.pdf.end()
    await done
    return Buffer.concat(chunks)
  }

  private widthOf(text: string, bold: boolean, size: number): number {
    const main = bold ? this.fonts.bold : this.fonts.regular
    return runsOf(text, main, this.fonts.other).reduce(
      (width, run) =>
        width +
        this.pdf
          .font(run.font === "other" ? "other" : bold ? "bold" : "regular")
          .fontSize(size)
          .widthOfString(run.text),
      0
    )
  }

  /** The text in lines that fit; a word that is too long is cut. */
  private linesOf(
    text: string,
    { width, bold = false }: Style & { width: number },
    size: number
  ): string[] {
    const room = width * WIDTH - 4
    const fits = (line: string) => this.widthOf(line, bold, size) <= room
    const lines: string[] = []
    let line = ""
    for (const word of text.split(" ").flatMap((one) => this.cut(one, fits))) {
      const longer = line ? `${line} ${word}` : word
      if (line && !fits(longer)) {
        lines.push(line)
        line = word
      } else {
        line = longer
      }
    }
    return [...lines, line]
  }

  private cut(word: string, fits: (text: string) => boolean): string[] {
    if (fits(word)) {
      return [word]
    }
    const parts: string[] = []
    let part = ""
    for (const letter of word) {
      if (part && !fits(part + letter)) {
        parts.push(part)
        part = ""
      }
      part += letter
    }
    return [...parts, part]
  }

  private write(
    line: string,
    {
      x,
      width,
      align = "left",
      bold = false,
    }: Style & { x: number; width: number },
    size: number,
    y: number
  ): void {
    const main = bold ? this.fonts.bold : this.fonts.regular
    const left = MARGIN + x * WIDTH
    let at =
      align === "right"
        ? left + width * WIDTH - this.widthOf(line, bold, size)
        : left
    for (const run of runsOf(line, main, this.fonts.other)) {
      this.pdf
        .font(run.font === "other" ? "other" : bold ? "bold" : "regular")
        .fontSize(size)
        .text(run.text, at, y, { lineBreak: false })
      at += this.pdf.widthOfString(run.text)
    }
  }
}

const whole = (text: string, style: Style = {}) => [
  { text, x: 0, width: 1, ...style },
]

const party = ({
  name,
  lines,
  vat_id,
  tax_number,
}: DocumentParty): string[] => [
  name,
  ...lines,
  ...(vat_id ? [`VAT / USt-IdNr. ${vat_id}`] : []),
  ...(tax_number ? [`Tax no. / Steuernr. ${tax_number}`] : []),
]

/**
 * Writes the paper of a payout. The same document gives the same bytes.
 *
 * @param font path of the store's own font, for letters that DejaVu Sans has not
 */
export const payoutPdf = async (
  document: PayoutDocument,
  font?: string
): Promise<Buffer> => {
  const { kind, number, currency_code, digits, corrects } = document
  const money = (amount: string) =>
    `${toAmount(amount).toFixed(digits)} ${currency_code.toUpperCase()}`
  const made = new Date(`${document.issued_on}T00:00:00Z`)
  const paper = new Paper(
    documentFonts(font),
    `${TITLES[kind]} ${number}`,
    made
  )

  paper.row(whole(TITLES[kind], { size: 16, bold: true }))
  paper.gap(0.5)
  const facts: [string, string][] = [
    ["Number / Nummer", number],
    ["Date / Datum", document.issued_on],
    ...(corrects
      ? ([
          [
            "Corrects / Berichtigt",
            `${corrects.number}, ${corrects.issued_on}`,
          ],
          ["Came back on / Zurück am", corrects.returned_on],
        ] as [string, string][])
      : []),
    ["Paid on / Gezahlt am", document.paid_on],
    ["Payout / Auszahlung", String(document.payout_display_id)],
    ...(document.reference
      ? ([["Reference / Verwendungszweck", document.reference]] as [
          string,
          string,
        ][])
      : []),
  ]
  for (const [label, text] of facts) {
    paper.row([
      { text: label, x: 0, width: 0.35 },
      { text, x: 0.35, width: 0.65 },
    ])
  }
  paper.gap()

  const supplier = party(document.supplier)
  const buyer = party(document.buyer)
  paper.row([
    { text: "Supplier / Leistender", x: 0, width: 0.5, bold: true },
    { text: "Recipient / Empfänger", x: 0.5, width: 0.5, bold: true },
  ])
  for (let at = 0; at < Math.max(supplier.length, buyer.length); at++) {
    paper.row([
      { text: supplier[at] ?? "", x: 0, width: 0.5 },
      { text: buyer[at] ?? "", x: 0.5, width: 0.5 },
    ])
  }
  paper.gap()

  const line = (label: string, amount: string, bold = false) =>
    paper.row([
      { text: label, x: 0, width: 0.7, bold },
      { text: amount, x: 0.7, width: 0.3, bold, align: "right" },
    ])
  line("Commission / Provision", "Amount / Betrag", true)
  paper.rule()
  for (const { label, amount } of document.items) {
    line(label, money(amount))
  }
  paper.rule()
  if (document.vat_rate !== null) {
    line("Net / Netto", money(document.net))
    line(`VAT / USt ${document.vat_rate} %`, money(document.vat))
  }
  if (corrects) {
    line("Came back / Zurückgekommen", money(document.gross), true)
    line("Remains of it / Davon bleibt", money(corrects.remains))
  } else {
    line("Paid / Gezahlt", money(document.gross), true)
  }
  if (document.vat_note) {
    paper.gap()
    paper.row(whole(document.vat_note))
  }
  if (kind === "self_billing_invoice" || kind === "self_billing_correction") {
    paper.gap()
    paper.row(
      whole(
        "Self-billing: this invoice was issued by the recipient of the service. Gutschrift: Die Rechnung wurde vom Leistungsempfänger ausgestellt."
      )
    )
  }
  return paper.bytes()
}
