import { randomBytes } from "node:crypto"
import type Stripe from "stripe"
import { newAccount, requirements } from "./account-object"
import { invalid } from "./api-error"
import type { Form } from "./form"
import {
  allowOnly,
  metadataOf,
  nested,
  oneOf,
  optionalText,
  requiredText,
} from "./params"
import type { World } from "./world"

/** A link to the set-up pages works for this long, and once. */
const LINK_SECONDS = 300

export function createAccount(world: World, form: Form): Stripe.Account {
  allowOnly(form, [
    "type",
    "country",
    "email",
    "capabilities",
    "business_type",
    "metadata",
    "tos_acceptance",
  ])
  oneOf(form, "type", ["express"])
  const email = optionalText(form, "email") ?? null
  if (email !== null && !/^\S+@\S+\.\S+$/.test(email)) {
    throw invalid(`Invalid email address: ${email}`, {
      code: "email_invalid",
      param: "email",
    })
  }
  const country = optionalText(form, "country") ?? "US"
  if (!/^[A-Z]{2}$/.test(country)) {
    throw invalid(`Country '${country}' is unknown.`, {
      code: "country_unsupported",
      param: "country",
    })
  }
  const service_agreement = nested(form, "tos_acceptance").service_agreement
  const account = newAccount({
    country,
    email,
    transfers: requested(form, "transfers"),
    metadata: metadataOf(form),
    created: world.seconds(),
    ...(typeof service_agreement === "string" && { service_agreement }),
  })
  world.accounts.set(account.id, account)
  return account
}

function requested(form: Form, capability: string): boolean {
  const asked = nested(form, "capabilities")[capability]
  return (
    typeof asked === "object" &&
    !Array.isArray(asked) &&
    asked.requested === "true"
  )
}

export function createLink(
  world: World,
  form: Form,
  origin: string
): Stripe.AccountLink {
  allowOnly(form, [
    "account",
    "type",
    "refresh_url",
    "return_url",
    "collect",
    "collection_options",
  ])
  const account = world.account(requiredText(form, "account"))
  oneOf(form, "type", ["account_onboarding"])
  const token = randomBytes(9).toString("base64url")
  const created = world.seconds()
  const link = {
    account: account.id,
    token,
    expires_at: created + LINK_SECONDS,
    return_url: address(world, form, "return_url"),
    refresh_url: address(world, form, "refresh_url"),
    used: false,
  }
  world.links.push(link)
  return {
    object: "account_link",
    created,
    expires_at: link.expires_at,
    url: `${origin}/setup/e/${account.id}/${token}`,
  } satisfies Stripe.AccountLink
}

function address(world: World, form: Form, param: string): string {
  const url = requiredText(form, param)
  if (!URL.canParse(url))
    throw invalid("Not a valid URL", { code: "url_invalid", param })
  if (world.livemode && !url.startsWith("https://")) {
    throw invalid("Livemode requests must always be redirected via HTTPS.", {
      param,
    })
  }
  return url
}

/** Moves an account on and tells of it. */
function change(
  world: World,
  id: string,
  changes: Partial<Stripe.Account>
): Stripe.Event {
  const account = world.account(id)
  const previous_attributes = Object.fromEntries(
    Object.keys(changes).map((name) => [
      name,
      account[name as keyof Stripe.Account],
    ])
  )
  Object.assign(account, changes)
  return world.emit("account.updated", account, {
    account: id,
    previous_attributes,
  })
}

/** The affiliate has given everything and Stripe is content. */
export const completeAccount = (world: World, id: string): Stripe.Event =>
  change(world, id, {
    details_submitted: true,
    payouts_enabled: true,
    capabilities: { transfers: "active" },
    requirements: requirements([], null),
    tos_acceptance: {
      date: world.seconds(),
      ip: "203.0.113.5",
      user_agent: "Mozilla/5.0",
    },
  })

/** Stripe wants to know more, and pays nothing until then. */
export const requireMore = (
  world: World,
  id: string,
  due: string[],
  disabled_reason: Stripe.Account.Requirements["disabled_reason"] = "requirements.past_due"
): Stripe.Event =>
  change(world, id, {
    details_submitted: true,
    payouts_enabled: false,
    capabilities: { transfers: "inactive" },
    requirements: requirements(due, disabled_reason),
  })

/** Everything is given, and Stripe is looking at it. */
export const verifying = (world: World, id: string): Stripe.Event =>
  change(world, id, {
    details_submitted: true,
    payouts_enabled: false,
    capabilities: { transfers: "pending" },
    requirements: requirements([], "requirements.pending_verification", [
      "individual.verification.document",
    ]),
  })

/** Stripe will have nothing to do with them. */
export const rejectAccount = (
  world: World,
  id: string,
  reason:
    | "rejected.fraud"
    | "rejected.listed"
    | "rejected.terms_of_service"
    | "rejected.other"
): Stripe.Event =>
  change(world, id, {
    charges_enabled: false,
    payouts_enabled: false,
    capabilities: { transfers: "inactive" },
    requirements: requirements([], reason),
  })

/** The affiliate disconnects from the platform, or the account is closed. */
export function deauthorize(world: World, id: string): Stripe.Event {
  world.account(id)
  world.accounts.delete(id)
  return world.emit(
    "account.application.deauthorized",
    { id: "ca_platform", object: "application", name: "The store" },
    { account: id }
  )
}
