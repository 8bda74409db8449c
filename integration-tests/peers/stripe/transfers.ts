import type Stripe from "stripe"
import { invalid, missing, refused } from "./api-error"
import type { Form } from "./form"
import { page, PAGE_PARAMS, type Page } from "./list"
import {
  allowOnly,
  metadataOf,
  nested,
  optionalText,
  positive,
  requiredText,
} from "./params"
import { add, newId, type World } from "./world"

const THREE_DECIMAL = new Set(["bhd", "jod", "kwd", "omr", "tnd"])
const CURRENCIES = new Set(
  "usd eur gbp chf cad aud jpy krw clp isk huf sek nok dkk pln czk bhd jod kwd omr tnd".split(
    " "
  )
)

const AMOUNT_MAX = 99_999_999

export function createTransfer(
  world: World,
  form: Form,
  idempotency_key: string | null
): Stripe.Transfer {
  allowOnly(form, [
    "amount",
    "currency",
    "destination",
    "description",
    "metadata",
    "source_transaction",
    "source_type",
    "transfer_group",
  ])
  const currency = requiredText(form, "currency").toLowerCase()
  if (!CURRENCIES.has(currency)) {
    throw invalid(
      `Invalid currency: ${currency}. Stripe currently supports these currencies: ${[...CURRENCIES].join(", ")}`,
      { param: "currency" }
    )
  }
  const amount = amountOf(form, currency)
  const destination = requiredText(form, "destination")
  const metadata = metadataOf(form)
  const transfer_group = optionalText(form, "transfer_group") ?? null
  const description = optionalText(form, "description") ?? null
  const account = world.accounts.get(destination)
  if (!account) throw missing("destination", destination, "destination", 400)
  if (account.capabilities?.transfers !== "active") {
    throw refused(
      "Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments",
      "insufficient_capabilities_for_transfer"
    )
  }
  if ((world.available.get(currency) ?? 0) < amount) {
    throw refused(
      "You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance by creating Charges using the 4000000000000077 test card. See: https://stripe.com/docs/testing#available-balance",
      "balance_insufficient"
    )
  }
  add(world.available, currency, -amount)
  add(world.purseOf(destination), currency, amount)
  const id = newId("tr")
  const transfer = {
    id,
    object: "transfer",
    amount,
    amount_reversed: 0,
    balance_transaction: newId("txn"),
    created: world.seconds(),
    currency,
    description,
    destination,
    destination_payment: newId("py"),
    livemode: world.livemode,
    metadata,
    reversals: {
      object: "list",
      data: [],
      has_more: false,
      url: `/v1/transfers/${id}/reversals`,
    },
    reversed: false,
    source_transaction: null,
    source_type: "card",
    transfer_group,
  } satisfies Stripe.Transfer
  world.transfers.push(transfer)
  world.emit("transfer.created", transfer, { idempotency_key })
  return transfer
}

function amountOf(form: Form, currency: string): number {
  const amount = positive(form, "amount")
  if (amount > AMOUNT_MAX) {
    throw invalid("Amount must be no more than $999,999.99", {
      code: "amount_too_large",
      param: "amount",
    })
  }
  const step = THREE_DECIMAL.has(currency) ? 10 : currency === "isk" ? 100 : 1
  if (amount % step !== 0) {
    throw invalid(
      `Invalid amount. Amounts in ${currency.toUpperCase()} must be evenly divisible by ${step}.`,
      { code: "invalid_charge_amount_no_decimal_compatible", param: "amount" }
    )
  }
  return amount
}

export function findTransfer(world: World, id: string): Stripe.Transfer {
  const transfer = world.transfers.find((one) => one.id === id)
  if (!transfer) throw missing("transfer", id, "transfer")
  return transfer
}

export function listTransfers(world: World, form: Form): Page<Stripe.Transfer> {
  allowOnly(form, [...PAGE_PARAMS, "created", "destination", "transfer_group"])
  const group = optionalText(form, "transfer_group")
  const destination = optionalText(form, "destination")
  const created = nested(form, "created")
  const all = world.transfers.filter(
    (one) =>
      (group === undefined || one.transfer_group === group) &&
      (destination === undefined || one.destination === destination) &&
      (created.gte === undefined || one.created >= Number(created.gte)) &&
      (created.lte === undefined || one.created <= Number(created.lte))
  )
  return page(all.reverse(), "/v1/transfers", form)
}

/** How many reversals a transfer shows of itself, newest first. */
const SHOWN_REVERSALS = 10

export function createReversal(
  world: World,
  transfer_id: string,
  form: Form,
  idempotency_key: string | null
): Stripe.TransferReversal {
  allowOnly(form, [
    "amount",
    "description",
    "metadata",
    "refund_application_fee",
  ])
  const transfer = findTransfer(world, transfer_id)
  const left = transfer.amount - transfer.amount_reversed
  const amount = form.amount === undefined ? left : positive(form, "amount")
  const metadata = metadataOf(form)
  if (left === 0)
    throw refused("This transfer has already been fully reversed.")
  if (amount > left) {
    throw refused(
      `The amount ${amount} is greater than what is left of the transfer (${left}).`
    )
  }
  const purse = world.purseOf(String(transfer.destination))
  if ((purse.get(transfer.currency) ?? 0) < amount) {
    throw refused(
      "Insufficient funds in the connected account's Stripe balance to reverse this transfer.",
      "balance_insufficient"
    )
  }
  add(purse, transfer.currency, -amount)
  add(world.available, transfer.currency, amount)
  const reversal = {
    id: newId("trr"),
    object: "transfer_reversal",
    amount,
    balance_transaction: newId("txn"),
    created: world.seconds(),
    currency: transfer.currency,
    destination_payment_refund: newId("pyr"),
    metadata,
    source_refund: null,
    transfer: transfer.id,
  } satisfies Stripe.TransferReversal
  world.reversals.push(reversal)
  const { amount_reversed, reversed } = transfer
  transfer.amount_reversed += amount
  transfer.reversed = transfer.amount_reversed === transfer.amount
  transfer.reversals.data = reversalsOf(world, transfer.id).slice(
    0,
    SHOWN_REVERSALS
  )
  world.emit("transfer.reversed", transfer, {
    previous_attributes: { amount_reversed, reversed },
    idempotency_key,
  })
  return reversal
}

const reversalsOf = (world: World, id: string): Stripe.TransferReversal[] =>
  world.reversals.filter(({ transfer }) => transfer === id).reverse()

export function listReversals(
  world: World,
  id: string,
  form: Form
): Page<Stripe.TransferReversal> {
  allowOnly(form, PAGE_PARAMS)
  findTransfer(world, id)
  return page(reversalsOf(world, id), `/v1/transfers/${id}/reversals`, form)
}
