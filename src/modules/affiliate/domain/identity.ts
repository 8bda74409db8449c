import { IdentityRule, IdentityStatus } from "./payout-block"

/** Documents an affiliate may have on file. */
export const IDENTITY_DOCUMENTS_MAX = 10

/** What a document may be, with the ending of its file. */
export const DOCUMENT_KINDS = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
} as const

export type DocumentMimeType = keyof typeof DOCUMENT_KINDS

const startsWith = (bytes: Uint8Array, magic: number[], at = 0): boolean =>
  magic.every((byte, index) => bytes[at + index] === byte)

const ascii = (text: string): number[] =>
  [...text].map((sign) => sign.charCodeAt(0))

const PDF = ascii("%PDF-")
const PNG = [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const [RIFF, WEBP] = [ascii("RIFF"), ascii("WEBP")]
/** Between the two there is the length. */
const WEBP_AT = 8

/** What a file is by its first bytes, whatever it is said to be; `null` = none of the allowed kinds. */
export const kindOfDocument = (bytes: Uint8Array): DocumentMimeType | null => {
  if (startsWith(bytes, PDF)) {
    return "application/pdf"
  }
  if (startsWith(bytes, PNG)) {
    return "image/png"
  }
  if (startsWith(bytes, JPEG)) {
    return "image/jpeg"
  }
  return startsWith(bytes, RIFF) && startsWith(bytes, WEBP, WEBP_AT)
    ? "image/webp"
    : null
}

/** Who said last who an affiliate is. */
export interface IdentityWord {
  status: IdentityStatus
  /** The payout provider whose word it is; `null` = a person's, or nobody's yet. */
  provider: string | null
}

/** Whether a person has decided: a payout provider that verifies people says nothing against that. */
export const decidedByPerson = ({ status, provider }: IdentityWord): boolean =>
  provider === null && (status === "verified" || status === "rejected")

/** @returns why no document can be added, for the affiliate to read; `null` = one can */
export const problemOfAdding = (
  status: IdentityStatus,
  documents: number
): string | null => {
  if (status === "verified") {
    return "The identity is verified: no further document is needed"
  }
  return documents >= IDENTITY_DOCUMENTS_MAX
    ? `No more than ${IDENTITY_DOCUMENTS_MAX} documents are kept: delete one first`
    : null
}

/** @returns what is wrong with when a program asks for identities, naming the field; `null` = nothing */
export const problemOfIdentityRule = ({
  identity_required,
  identity_amounts,
}: IdentityRule): string | null =>
  identity_required === "above_amount" && !identity_amounts.length
    ? "Field 'identity_amounts' must have an amount where 'identity_required' is above_amount"
    : null
