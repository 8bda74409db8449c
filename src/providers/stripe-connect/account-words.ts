/** Requirements by how Stripe's names for them end, the more exact first. */
const REQUIREMENTS: [RegExp, string][] = [
  [/external_account/, "a bank account or debit card"],
  [/tos_acceptance/, "agreement to Stripe's terms"],
  [/verification\.(additional_)?document|documents?\./, "an identity document"],
  [/proof_of_liveness/, "a photo of yourself"],
  [/(first_name|last_name|full_name|company\.name)(_|$)/, "a name"],
  [/dob(\.|$)/, "a date of birth"],
  [/address(_|\.|$)/, "an address"],
  [
    /ssn_last_4|id_number|tax_id|vat_id|nationality/,
    "a tax or identity number",
  ],
  [/email$/, "an e-mail address"],
  [/phone$/, "a phone number"],
  [/business_profile\.(url|product_description)/, "a website or description"],
  [/business_profile\.mcc/, "an industry"],
  [/business_type/, "whether you are a person or a company"],
  [/owners|directors|executives|representative/, "who owns and runs it"],
]

/** How many are named before the rest are "more". */
const NAMED_MAX = 5

/** What Stripe still wants to know, each thing once. */
export const requirementWords = (names: string[]): string => {
  const words = [
    ...new Set(
      names.map(
        (name) =>
          REQUIREMENTS.find(([ending]) => ending.test(name))?.[1] ??
          name
            .replace(/^(person_\w+|individual|company)\./, "")
            .replace(/[._]/g, " ")
      )
    ),
  ]
  const named = words.slice(0, NAMED_MAX)
  return words.length > NAMED_MAX
    ? `${named.join(", ")} and more`
    : named.length > 1
      ? `${named.slice(0, -1).join(", ")} and ${named[named.length - 1]}`
      : named.join("")
}

const DISABLED: Record<string, string> = {
  "action_required.requested_capabilities":
    "Stripe waits for the permission to receive transfers to be asked for",
  listed: "Stripe is checking whether the person is on a list of barred ones",
  other: "Stripe is looking at the account",
  platform_paused: "The store has paused the account in Stripe",
  "requirements.past_due": "Stripe waits for missing details",
  "requirements.pending_verification": "Stripe is verifying the details",
  under_review: "Stripe is looking at the account",
}

/** Why Stripe has stopped an account, in words. */
export const disabledWords = (reason: string): string =>
  DISABLED[reason] ??
  (reason.startsWith("rejected.")
    ? `Stripe has rejected the account (${reason.slice("rejected.".length).replace(/_/g, " ")})`
    : `Stripe has stopped the account (${reason.replace(/[._]/g, " ")})`)
