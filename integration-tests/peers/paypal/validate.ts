import type { ErrorDetail } from "./errors"

export type WantedItem = {
  recipient_type?: string
  receiver: string
  amount: { currency: string; value: string }
  sender_item_id?: string
  note?: string
}

export type WantedBatch = {
  sender_batch_header: {
    sender_batch_id?: string
    recipient_type?: string
    email_subject?: string
    email_message?: string
  }
  items: WantedItem[]
}

/** The decimals PayPal takes. */
const WITHOUT_DECIMALS = new Set(["HUF", "JPY", "TWD"])

const LENGTHS: [keyof WantedBatch["sender_batch_header"], number][] = [
  ["sender_batch_id", 256],
  ["recipient_type", 13],
  ["email_subject", 255],
  ["email_message", 1000],
]

const record = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined

/** What PayPal says of a request that it looks at the form of; nothing when it is as it should be. */
export function problemsOf(body: unknown): ErrorDetail[] {
  const problems: ErrorDetail[] = []
  const say = (field: string, issue: string) =>
    problems.push({ field, location: "body", issue })

  const header = record(record(body)?.sender_batch_header)
  const items = record(body)?.items
  if (!header) say("sender_batch_header", "Required field is missing")
  for (const [name, most] of LENGTHS) {
    const value = header?.[name]
    if (value === undefined) continue
    if (typeof value !== "string" || value.length > most) {
      say(`sender_batch_header.${name}`, "Value is invalid")
    }
  }
  if (!Array.isArray(items) || items.length < 1 || items.length > 15_000) {
    say("items", "Must have 1 to 15000 items")
    return problems
  }
  const currencies = new Set<unknown>()
  items.forEach((item: unknown, at) => {
    const fields = record(item) ?? {}
    const amount = record(fields.amount)
    const type = fields.recipient_type ?? header?.recipient_type
    currencies.add(amount?.currency)
    if (!fitsType(type, fields.receiver)) {
      say(
        `items[${at}].receiver`,
        "Receiver is invalid or does not match with type"
      )
    }
    if (!isAmount(amount)) {
      say(`items[${at}].amount.value`, "Currency amount is invalid")
    }
    const { sender_item_id } = fields
    if (
      sender_item_id !== undefined &&
      (typeof sender_item_id !== "string" || sender_item_id.length > 63)
    ) {
      say(`items[${at}].sender_item_id`, "Value is invalid")
    }
  })
  if (currencies.size > 1) {
    say("items", "Multiple currencies within a batch is not allowed")
  }
  return problems
}

function fitsType(type: unknown, receiver: unknown): boolean {
  if (typeof receiver !== "string" || receiver.length > 127) return false
  if (type === "EMAIL") return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(receiver)
  if (type === "PHONE") return /^[\d+ -]{5,20}$/.test(receiver)
  if (type === "PAYPAL_ID") return /^[2-9A-HJ-NP-Z]{13}$/.test(receiver)
  return false
}

function isAmount(amount: Record<string, unknown> | undefined): boolean {
  const { currency, value } = amount ?? {}
  if (typeof currency !== "string" || typeof value !== "string") return false
  const decimals = WITHOUT_DECIMALS.has(currency) ? "" : "(\\.\\d{1,2})?"
  return (
    /^[A-Z]{3}$/.test(currency) &&
    new RegExp(`^\\d{1,10}${decimals}$`).test(value) &&
    Number(value) > 0
  )
}
