import { MedusaError } from "@medusajs/framework/utils"

/** An account as its provider knows it; encrypted wherever it is stored. */
export type PayoutAccountDetails = Record<string, string>

/** What a provider knows of the person behind an account, where it verifies people itself. */
export interface ProvidedIdentity {
  status: "pending" | "verified" | "rejected"
  /** What is missing, or why it was rejected; the affiliate reads it. */
  note?: string
}

/** An account that a provider has checked. */
export interface ValidatedPayoutAccount {
  /** What is stored, encrypted: normalised, and only what the provider needs. */
  details: PayoutAccountDetails
  /** What may be shown of it. */
  masked: Record<string, string>
  /** Kept as the affiliate's identity, unless a person has verified or rejected that; without, it stays as it is. */
  identity?: ProvidedIdentity
  /** What the provider's notices call the account; without, none are expected of it. */
  account_id?: string
  /** Whether money can be sent to it now. Default: it can. */
  state?: PayoutAccountState
}

/** Whether a provider can send money to an account. */
export interface PayoutAccountState {
  payouts_enabled: boolean
  /** What is missing where it cannot; the affiliate and the merchant read it. */
  note?: string
}

/** Money to be sent, the same at every call with the same key. */
export interface SendPayoutInput {
  /**
   * What the provider must know this payment by. Called twice with one key it
   * must send once; a new key comes only after a definite failure.
   */
  idempotency_key: string
  payout_id: string
  affiliate_id: string
  /** Exact decimal in major units, such as `"39.60"`. */
  amount: string
  currency_code: string
  destination: PayoutAccountDetails
}

/** A payment whose attempt has begun, with what is known of it. */
export interface StartedPayment extends SendPayoutInput {
  /** What the provider calls it, where it has said so. */
  reference: string | null
  /** When the attempt began: services forget keys after a while. */
  started_at: Date
}

/** What is certain about a payment. */
export type PayoutResult =
  /** The money has left. */
  | { status: "paid"; reference?: string }
  /** Accepted and under way, or waiting for a person. */
  | { status: "processing"; reference?: string }
  /**
   * Definitely not sent and never will be: the money goes back. With a
   * `reference` only what the provider calls so has failed: where the payout
   * is known by another one meanwhile, it has not.
   */
  | { status: "failed"; reason: string; reference?: string }

/** A result, or `not_found`: the provider never heard of the key. */
export type PayoutLookUp = PayoutResult | { status: "not_found" }

/** What a provider's webhook says; its `event_id` is the provider's own, handled once. Of several in one body each has its own. */
export type PayoutNotice =
  /**
   * About one payment. `returned`: it was paid, and money came back: all of it, or `amount` in major units, which is
   * how much has come back **in all so far**, so that notices may come twice and in any order.
   */
  | {
      type: "payment"
      event_id: string
      idempotency_key: string
      result:
        | PayoutResult
        | {
            status: "returned"
            reason: string
            amount?: string
            reference?: string
          }
    }
  /** About an account, by its `account_id`. */
  | {
      type: "account"
      event_id: string
      account_id: string
      state: PayoutAccountState
      identity?: ProvidedIdentity
    }
  /** Genuine, and nothing that concerns us. */
  | { type: "other"; event_id: string; name: string }

export interface PayoutWebhook {
  /** The body as it came, before any parsing: what signatures are made over. */
  raw_body: Buffer
  headers: Record<string, string | string[] | undefined>
}

/** How an affiliate gives an account to the provider. */
export type PayoutOnboarding =
  /** By filling in these fields, which become `details`. */
  | { type: "form"; fields: PayoutFormField[] }
  /** On the provider's own pages; see `startOnboarding`. */
  | { type: "link" }

/** What asking a provider shows of the store's own side: keys, mode, money. */
export interface PayoutProviderCheck {
  ok: boolean
  /** In plain words, for the merchant. */
  message: string
  /** Such as the mode, or the money there is; nothing secret. */
  facts: Record<string, string>
}

export interface PayoutFormField {
  name: string
  label: string
  required: boolean
}

/**
 * A way for money to reach affiliates. Extend it, export it with Medusa's
 * `ModuleProvider("affiliate", { services: [MyPayoutProvider] })` and list it
 * in the plugin option `payout_providers`.
 *
 * @example
 * class WirePayoutProvider extends AbstractPayoutProvider {
 *   static identifier = "wire"
 *   readonly transferred_by = "service"
 *   async send({ idempotency_key, amount, currency_code, destination }) {
 *     const transfer = await this.client.transfers.create({ … }, { idempotency_key })
 *     return { status: "processing", reference: transfer.id }
 *   }
 *   …
 * }
 */
export abstract class AbstractPayoutProvider {
  /** Its id where the option `payout_providers` gives none. */
  static identifier: string

  /**
   * Called once at boot.
   *
   * @throws when an option is missing or wrong; the store then does not start
   */
  static validateOptions?(
    options: Record<string, unknown>
  ): void | Promise<void>

  /**
   * `person`: somebody makes the transfer, then marks the payout as paid; until
   * then it may still be canceled. `service`: the provider makes it.
   */
  abstract readonly transferred_by: "person" | "service"

  /**
   * Checks an account before it is stored.
   *
   * @throws invalid_data naming the field and the rule
   */
  abstract validateAccount(
    details: Record<string, unknown>
  ): Promise<ValidatedPayoutAccount>

  /**
   * Sends the money; called outside any transaction. Answer `failed` only when
   * the money certainly did not and will not move. Throw when that is not
   * known (timeout, broken connection, server error): the payout then stays
   * `processing` and is looked up, never sent again under a new key.
   */
  abstract send(input: SendPayoutInput): Promise<PayoutResult>

  /**
   * What became of a payment. `not_found` only when it certainly never arrived:
   * it is then sent under the same key. Throws when the provider cannot be asked.
   */
  abstract lookUp(payment: StartedPayment): Promise<PayoutLookUp>

  /**
   * Verifies a webhook's signature and reads it.
   *
   * @throws not_allowed when the provider has no webhooks, unauthorized when
   *         the signature is wrong
   */
  async parseWebhook(_webhook: PayoutWebhook): Promise<PayoutNotice[]> {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This payout provider has no webhooks"
    )
  }

  abstract describeOnboarding(affiliate: {
    id: string
    email: string
  }): Promise<PayoutOnboarding>

  /** Where onboarding is a link: a fresh one, asked for when the affiliate sets out. */
  startOnboarding?(affiliate: {
    id: string
    email: string
    /** What is on file with this provider. */
    details: PayoutAccountDetails | null
    /** Where the provider sends them back to. */
    return_url: string
  }): Promise<{ url: string; account: ValidatedPayoutAccount }>

  /** What the provider says of an account now. */
  refreshAccount?(
    details: PayoutAccountDetails
  ): Promise<ValidatedPayoutAccount>

  /**
   * Takes back all of a payment that was made. Called twice it must take back once. Throws when that is not possible or
   * not known. `processing`: a notice tells when it has come back.
   */
  reverse?(
    payment: StartedPayment,
    reason: string
  ): Promise<{ status: "returned" | "processing"; reason: string }>

  /**
   * Calls back all of a payment that is under way and that nobody has claimed yet. Called twice it must call back once.
   * Throws not_allowed where it cannot be called back any more, and anything else when that is not known: the payout
   * then stays `processing` and is looked up. `processing`: a notice or a look-up tells when the money has come back.
   */
  recall?(
    payment: StartedPayment,
    reason: string
  ): Promise<{ status: "returned" | "processing"; reason: string }>

  /** Tries the store's own keys, without moving money. */
  check?(): Promise<PayoutProviderCheck>
}

/** How a provider's class is constructed. */
export interface PayoutProviderClass {
  new (
    container: Record<string, unknown>,
    options: Record<string, unknown>
  ): AbstractPayoutProvider
  identifier: string
}
