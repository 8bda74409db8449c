import { createHash } from "node:crypto"
import type Stripe from "stripe"

import { PayoutAccountDetails } from "../types"
import { isAccountGone } from "./errors"
import { StripeConnectSettings } from "./options"

/** Who sets out to be paid by Stripe. */
export interface Applicant {
  id: string
  email: string
  details: PayoutAccountDetails | null
}

/**
 * The affiliate's own account: the one on file, or a new Express account that
 * can receive transfers and nothing else.
 */
export const accountFor = async (
  client: Stripe.Stripe,
  settings: StripeConnectSettings,
  applicant: Applicant
): Promise<Stripe.Account> =>
  (await accountOnFile(client, applicant)) ??
  (await createAccount(client, settings, applicant))

const accountOnFile = async (
  client: Stripe.Stripe,
  { id, details }: Applicant
): Promise<Stripe.Account | undefined> => {
  if (!details?.account_id) return undefined
  try {
    const account = await client.accounts.retrieve(details.account_id)
    const owner = account.metadata?.affiliate_id
    // One that was made for somebody else is theirs, whatever is on file.
    return owner === undefined || owner === id ? account : undefined
  } catch (error) {
    if (isAccountGone(error)) return undefined
    throw error
  }
}

const createAccount = (
  client: Stripe.Stripe,
  { country, service_agreement }: StripeConnectSettings,
  { id, email, details }: Applicant
): Promise<Stripe.Account> => {
  const params: Stripe.AccountCreateParams = {
    type: "express",
    email,
    ...(country && { country }),
    capabilities: { transfers: { requested: true } },
    metadata: { affiliate_id: id },
    ...(service_agreement === "recipient" && {
      tos_acceptance: { service_agreement },
    }),
  }
  return client.accounts.create(params, {
    idempotencyKey: accountKey(id, params, details),
  })
}

/**
 * One account for one affiliate, however often the button is pressed. Stripe
 * refuses a key that it has had with other words, so they are part of it; and so is
 * the account on file that is of no use, which would else be given again.
 */
const accountKey = (
  affiliate_id: string,
  params: Stripe.AccountCreateParams,
  details: PayoutAccountDetails | null
): string => {
  const words = createHash("sha256")
    .update(JSON.stringify([params, details?.account_id ?? null]))
    .digest("hex")
    .slice(0, 16)
  return `affiliate-account-${affiliate_id}-${words}`
}

/** A link to Stripe's own pages; it works once, for some minutes. */
export const onboardingLink = async (
  client: Stripe.Stripe,
  account_id: string,
  return_url: string
): Promise<string> => {
  const { url } = await client.accountLinks.create({
    account: account_id,
    type: "account_onboarding",
    return_url,
    refresh_url: expiredUrl(return_url),
  })
  return url
}

/** Where Stripe sends those whose link is used up: the same page, told so. */
const expiredUrl = (return_url: string): string => {
  const url = new URL(return_url)
  url.searchParams.set("onboarding", "expired")
  return url.href
}
