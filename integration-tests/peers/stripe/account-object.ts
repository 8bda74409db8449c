import type Stripe from "stripe"
import { newId } from "./world"

/** What a new Express account must still give. */
export const REQUIRED = [
  "business_profile.url",
  "external_account",
  "individual.dob.day",
  "individual.dob.month",
  "individual.dob.year",
  "individual.first_name",
  "individual.id_number",
  "individual.last_name",
  "tos_acceptance.date",
  "tos_acceptance.ip",
]

type Requirements = Stripe.Account.Requirements

export const requirements = (
  due: string[],
  disabled_reason: Requirements["disabled_reason"],
  pending_verification: string[] = []
): Requirements => ({
  alternatives: [],
  current_deadline: null,
  currently_due: due,
  disabled_reason,
  errors: [],
  eventually_due: due,
  past_due: disabled_reason === "requirements.past_due" ? due : [],
  pending_verification,
})

/** A new Express account, as Stripe shows it to its platform. */
export function newAccount({
  country,
  email,
  transfers,
  metadata,
  service_agreement,
  created,
}: {
  country: string
  email: string | null
  transfers: boolean
  metadata: Record<string, string>
  service_agreement?: string
  created: number
}): Stripe.Account {
  const id = newId("acct").slice(0, 21)
  return {
    id,
    object: "account",
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: null,
      minority_owned_business_designation: null,
      name: null,
      product_description: null,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: null,
    },
    business_type: null,
    capabilities: transfers ? { transfers: "inactive" } : {},
    charges_enabled: false,
    controller: {
      fees: { payer: "application_express" },
      is_controller: true,
      losses: { payments: "application" },
      requirement_collection: "stripe",
      stripe_dashboard: { type: "express" },
      type: "application",
    },
    country,
    created,
    default_currency: country === "US" ? "usd" : "eur",
    details_submitted: false,
    email,
    external_accounts: {
      object: "list",
      data: [],
      has_more: false,
      url: `/v1/accounts/${id}/external_accounts`,
    },
    future_requirements: requirements([], null),
    metadata,
    payouts_enabled: false,
    requirements: requirements([...REQUIRED], "requirements.past_due"),
    settings: settings(),
    tos_acceptance: {
      date: null,
      ip: null,
      user_agent: null,
      ...(service_agreement && { service_agreement }),
    },
    type: "express",
  } satisfies Stripe.Account
}

const settings = (): Stripe.Account.Settings => ({
  bacs_debit_payments: { display_name: null, service_user_number: null },
  branding: {
    icon: null,
    logo: null,
    primary_color: null,
    secondary_color: null,
  },
  card_issuing: { tos_acceptance: { date: null, ip: null } },
  card_payments: {
    decline_on: { avs_failure: false, cvc_failure: false },
    statement_descriptor_prefix: null,
    statement_descriptor_prefix_kana: null,
    statement_descriptor_prefix_kanji: null,
  },
  dashboard: { display_name: null, timezone: "Etc/UTC" },
  invoices: {
    default_account_tax_ids: null,
    hosted_payment_method_save: null,
  },
  payments: {
    statement_descriptor: null,
    statement_descriptor_kana: null,
    statement_descriptor_kanji: null,
    statement_descriptor_prefix_kana: null,
    statement_descriptor_prefix_kanji: null,
  },
  payouts: {
    debit_negative_balances: true,
    schedule: { delay_days: 2, interval: "daily" },
    statement_descriptor: null,
  },
  sepa_debit_payments: {},
})
