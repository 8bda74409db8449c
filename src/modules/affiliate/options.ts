import { ModuleProviderExports } from "@medusajs/framework/types"

/**
 * What a store owner may set in `medusa-config.ts`.
 *
 * @example
 * plugins: [
 *   {
 *     resolve: "medusa-plugin-affiliate",
 *     options: { encryption_key: process.env.AFFILIATE_ENCRYPTION_KEY },
 *   },
 * ]
 */
export interface AffiliatePluginOptions {
  /**
   * Encrypts payout and tax details at rest; any secret of at least 16 characters.
   * Without it, saving them is refused with a clear error.
   *
   * @default the environment variable `AFFILIATE_ENCRYPTION_KEY`
   * @since 0.1.0
   */
  encryption_key?: string

  /**
   * Keys that `encryption_key` was before: what they encrypted still opens, and is
   * encrypted anew with the current one every night. See `docs/tax.md` for when one can go.
   *
   * @default []
   * @since 0.1.0
   */
  previous_encryption_keys?: string[]

  /**
   * Ways for money to reach affiliates beside the manual one, which is always
   * there: `resolve` as for any Medusa provider, `id` what a payout method
   * names it by (default: the provider's own identifier). See
   * `AbstractPayoutProvider` for how to write one.
   *
   * @example
   * payout_providers: [
   *   { resolve: "./src/payouts/wire", id: "wire", options: { api_key: … } },
   * ]
   * @default []
   * @since 0.1.0
   */
  payout_providers?: PayoutProviderOption[]

  /**
   * The store's own account, which payouts by bank transfer leave from. Written into the
   * payment file for the bank (`GET /admin/affiliate-payouts/export?format=pain.001`), which is
   * refused without it.
   *
   * @example { name: "Shop GmbH", iban: "DE89370400440532013000" }
   * @since 0.1.0
   */
  bank_account?: BankAccount

  /**
   * How many people have to stand behind a payout batch before it runs; who made it is one of them. `1`: anybody
   * approves it, its maker too. `2`: somebody else than its maker does, and of a batch that a schedule made, two people.
   *
   * @default 1
   * @since 0.1.0
   */
  payout_batch_approvals?: 1 | 2

  /**
   * Hours that payouts wait after another account took the place of the one on file; the first account of an
   * affiliate waits for nothing. Whoever steals a login changes the account first: in this time its owner reads the
   * e-mail about it. Three days, so that what was changed on a Friday evening is not paid out before somebody has been
   * at work on Monday; most are paid once a month and never notice. `0`: payouts do not wait.
   *
   * @default 72
   * @since 0.1.0
   */
  payout_cool_off_hours?: number

  /**
   * The page of the storefront where an invitation is accepted; the token is added as
   * `?token=…`. Without it, e-mails carry the token alone.
   *
   * @example "https://shop.example/affiliates/join"
   * @since 0.1.0
   */
  invitation_url?: string

  /**
   * The page of the storefront where an affiliate enters a new password; the token is added
   * as `?token=…`, the login as `&email=…`. Without it, e-mails carry the token alone.
   *
   * @example "https://shop.example/affiliates/reset-password"
   * @since 0.1.0
   */
  password_reset_url?: string

  /**
   * The page of the storefront where an affiliate's e-mail address is verified; the code is added as
   * `?code=…`. Without it, e-mails carry the code alone. For stores that want logins verified
   * (Medusa's `http.authVerificationsPerActor`).
   *
   * @example "https://shop.example/affiliates/verify-email"
   * @since 0.1.0
   */
  email_verification_url?: string

  /**
   * The hosts that tracking links may lead to, with their port where it is not the
   * usual one.
   *
   * @example ["shop.example", "localhost:8000"]
   * @default the hosts of the store's `storeCors`
   * @since 0.1.0
   */
  allowed_hosts?: string[]

  /**
   * What tracking links begin with, where it is not the backend's own address followed by
   * `/affiliate/r`: a short domain that passes requests on to there.
   *
   * @example "https://go.shop.example"
   * @since 0.1.0
   */
  links_url?: string

  /**
   * The domain of the cookie that remembers a click, where the storefront's server is to
   * read it too: `shop.example` for a store at `api.shop.example`.
   *
   * @default the host that answered
   * @since 0.1.0
   */
  cookie_domain?: string

  /**
   * Whether a visitor must have agreed before anything is remembered of the visit: without
   * `consent: true` no cookie is set and no id is kept. A visitor whose browser sends Global
   * Privacy Control, or who said no, is never remembered.
   *
   * @default false
   * @since 0.1.0
   */
  require_consent?: boolean

  /**
   * Months that single clicks are kept, 13 to 120; the sums by day stay.
   *
   * @default 24
   * @since 0.1.0
   */
  click_retention_months?: number

  /**
   * Clicks that are taken from one address in a minute, in each process.
   *
   * @default 300, for storefronts that render on a server
   * @since 0.1.0
   */
  clicks_per_minute_max?: number

  /**
   * The affiliate's own page, which the plugin serves at `/affiliate/portal`: how it is branded.
   *
   * @example { name: "Shop Partners", logo_url: "https://shop.example/logo.svg", primary_color: "#1f6f54" }
   * @since 0.1.0
   */
  portal?: PortalOptions

  /**
   * Tax forms, and the documents of payouts. See `docs/tax.md`.
   *
   * @example { issuer: { name: "Shop GmbH", address_lines: ["Hauptstr. 1", "10115 Berlin"], country_code: "de", vat_id: "DE123456789" } }
   * @since 0.1.0
   */
  tax?: TaxOptions
}

/** Who pays, and how what is kept for the tax office is kept. */
export interface TaxOptions {
  /** The merchant on documents. Without it, the store's name alone, and no invoices are written. */
  issuer?: {
    name: string
    /** Street, town, … as on an envelope, without the country. */
    address_lines?: string[]
    /** Two letters; it decides who owes VAT. */
    country_code?: string
    vat_id?: string
    tax_number?: string
  }
  /** What the numbers of documents begin with. Default: `AFF-`. */
  document_prefix?: string
  /** Path of a TrueType or OpenType font, for names in letters that DejaVu Sans has not (Chinese, Japanese, Korean, Thai, …). */
  font?: string
  /** Calendar years that the tax forms of an erased affiliate are kept after they were paid last, 4 to 30. Default: 7. */
  retention_years?: number
}

/** An account that money is sent from. */
export interface BankAccount {
  /** Its holder, as the bank knows them. */
  name: string
  iban: string
  /** Where the bank asks for it. */
  bic?: string
}

/** How the affiliate's page looks, and where it leads. */
export interface PortalOptions {
  /** What it is called, in its head and in the browser's tab. Default: “Affiliate portal”. */
  name?: string
  /** A picture instead of the name; 32 pixels high in the page. */
  logo_url?: string
  /** Of buttons and charts, like `#1f6f54`. Text on it is black or white, whichever is easier to read. */
  primary_color?: string
  /** The same where the page is dark. Default: `primary_color`. */
  dark_color?: string
  /** The store's own terms for affiliates, linked at the foot of each page. */
  terms_url?: string
  /** Whom affiliates write to, linked at the foot of each page. */
  support_email?: string
  /**
   * The portal's address as affiliates see it. Invitations and e-mails then lead there where `invitation_url`,
   * `password_reset_url` or `email_verification_url` name no other page.
   *
   * @example "https://api.shop.example/affiliate/portal"
   */
  url?: string
}

/** The options with what holds where nothing is said. */
export type AffiliateOptions = Omit<AffiliatePluginOptions, "tax"> & {
  tax: TaxOptions &
    Required<Pick<TaxOptions, "document_prefix" | "retention_years">>
} & Required<
    Pick<
      AffiliatePluginOptions,
      | "click_retention_months"
      | "clicks_per_minute_max"
      | "previous_encryption_keys"
      | "payout_batch_approvals"
      | "payout_cool_off_hours"
    >
  >

export interface PayoutProviderOption {
  /** A path or package, or the provider itself as made by `ModuleProvider`. */
  resolve: string | ModuleProviderExports
  /** Letters, digits, `-` and `_`. */
  id?: string
  /** Handed to the provider as they are. */
  options?: Record<string, unknown>
}
