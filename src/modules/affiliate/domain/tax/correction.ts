import { Amount, toAmount } from "../money"
import {
  DocumentItem,
  DocumentKind,
  fittingItems,
  OriginalKind,
  PayoutDocument,
} from "./document"
import { vatParts } from "./vat-treatment"

/** What a correction is called, by what it corrects. */
const CORRECTIONS: Record<OriginalKind, DocumentKind> = {
  self_billing_invoice: "self_billing_correction",
  remittance_advice: "remittance_correction",
}

export const correctionOf = (kind: OriginalKind): DocumentKind =>
  CORRECTIONS[kind]

/** Money of a payout that came back at one time. */
export interface PayoutReturned {
  /** In all with it, in major units. */
  total: Amount
  /** In all before it. */
  before: Amount
  /** Day in ISO 8601. */
  returned_on: string
  /** What came back of each commission. */
  items: DocumentItem[]
}

/**
 * What a correction says: of the paper that was issued, which stays as it is, so
 * much less. Parties, VAT and its reason are those of the paper. All
 * corrections of a payout that came back whole take away what it says, to the cent.
 *
 * @param original as it was issued
 */
export const correctionFrom = (
  original: PayoutDocument & { kind: OriginalKind },
  { total, before, returned_on, items }: PayoutReturned,
  { number, issued_on }: Pick<PayoutDocument, "number" | "issued_on">
): PayoutDocument => {
  const { digits, vat_rate } = original
  const partsOf = (gross: Amount) => vatParts(gross, vat_rate ?? 0, digits)
  const now = partsOf(total)
  const then = partsOf(before)
  const less = (part: "net" | "vat" | "gross") =>
    then[part].minus(now[part]).toFixed()
  return {
    ...original,
    kind: correctionOf(original.kind),
    number,
    issued_on,
    items: fittingItems(
      items.map(({ label, amount }) => ({
        label,
        amount: toAmount(amount).negated().toFixed(),
      }))
    ),
    net: less("net"),
    vat: less("vat"),
    gross: less("gross"),
    corrects: {
      number: original.number,
      issued_on: original.issued_on,
      returned_on,
      remains: toAmount(original.gross).minus(total).toFixed(),
    },
  }
}
