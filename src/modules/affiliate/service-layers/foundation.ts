import { IsolationLevel } from "@medusajs/framework/mikro-orm/core"
import type { Knex, SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import { ConfigModule, Context } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"

import { AbstractPayoutProvider } from "../../../providers/types"
import { StoreSecret } from "../invitation-token"
import { Trx, trxOf, withRetry } from "../ledger/transaction"
import {
  PAYOUT_PROVIDER_IDS,
  payoutProviderKey,
} from "../loaders/payout-providers"
import { AffiliateOptions, BankAccount, PortalOptions } from "../options"
import { parseOptions } from "../parse-options"
import { SecretBox } from "../secrets"
import { nameActor } from "../sql/actor"
import { AffiliateRecords } from "./records"

/** Where the portal does what an e-mail asks for, by the option that names another page. */
const PORTAL_PAGES = {
  invitation_url: "invitation",
  password_reset_url: "reset-password",
  email_verification_url: "verify-email",
} as const

/** What the layers above share: options, secrets, payout providers, and how a transaction is run. */
export class AffiliateFoundation extends AffiliateRecords {
  protected readonly options_: AffiliateOptions
  protected readonly secrets_: SecretBox
  private readonly container_: Record<string, unknown>

  constructor(container: Record<string, unknown>, options?: unknown) {
    super(container, options)
    this.container_ = container
    this.options_ = parseOptions(options)
    this.secrets_ = new SecretBox(
      this.options_.encryption_key,
      this.options_.previous_encryption_keys
    )
  }

  /**
   * Runs ledger functions in one transaction, repeated when it lost a lock. Generated methods
   * take part in it when they are given the context that `run` gets.
   *
   * READ COMMITTED whatever the database's default is: under REPEATABLE READ
   * what is read after a lock was waited for is what was there before.
   */
  protected async transact<T>(
    run: (trx: Trx, context: Context) => Promise<T>,
    sharedContext: Context
  ): Promise<T> {
    const context = {
      ...sharedContext,
      isolationLevel: IsolationLevel.READ_COMMITTED,
    }
    const runAsActor = async (trx: Trx, inTransaction: Context): Promise<T> => {
      await nameActor(trx)
      return run(trx, inTransaction)
    }
    return withRetry(() => this.transact_(runAsActor, context))
  }

  /** One transaction, of whatever kind `run` makes it with its first statement. */
  @InjectTransactionManager()
  protected async transact_<T>(
    run: (trx: Trx, context: Context) => Promise<T>,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<T> {
    return run(trxOf(sharedContext), sharedContext)
  }

  /** What Medusa signs logins with: every server of the store has the same, and it is in no database. */
  protected storeSecret_(): StoreSecret {
    const { projectConfig } = this.container_[
      ContainerRegistrationKeys.CONFIG_MODULE
    ] as ConfigModule
    const secret = projectConfig.http.jwtSecret
    if (!secret) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "Invitations need the store's http.jwtSecret (environment variable JWT_SECRET)"
      )
    }
    return secret
  }

  /** Whether the store has an encryption key: without one nothing secret is kept. */
  keepsSecrets(): boolean {
    return this.secrets_.isReady
  }

  /** For a statement that is a transaction by itself. */
  protected knex_(): Knex {
    return (this.container_.manager as SqlEntityManager).getKnex()
  }

  /** How the affiliate's page is branded; all of it is shown to everybody. */
  portalOptions(): PortalOptions {
    return this.options_.portal ?? {}
  }

  /** The store's own account, for the file that goes to the bank; `null` where the store owner named none. */
  bankAccount(): BankAccount | null {
    return this.options_.bank_account ?? null
  }

  /**
   * The link of an e-mail: a page of the storefront that the store owner names, or else the portal's where its
   * address is known, with what it needs to know; `null` = neither.
   */
  pageLink(
    page: keyof typeof PORTAL_PAGES,
    values: Record<string, string>
  ): string | null {
    const address = this.options_[page] ?? this.portalLink(PORTAL_PAGES[page])
    if (!address) {
      return null
    }
    const url = new URL(address)
    for (const [name, value] of Object.entries(values)) {
      url.searchParams.set(name, value)
    }
    return url.href
  }

  /** A page of the portal, like `payouts`, as an e-mail links to it; `null` = nobody has said where the portal is. */
  portalLink(page: string): string | null {
    const portal = this.options_.portal?.url?.replace(/\/$/, "")
    return portal ? new URL(`${portal}/${page}`).href : null
  }

  /** The ids of the payout providers that are loaded; all, or those of one kind. */
  listPayoutProviderIds(
    filters: { transferred_by?: AbstractPayoutProvider["transferred_by"] } = {}
  ): string[] {
    const ids = [...(this.container_[PAYOUT_PROVIDER_IDS] as string[])].sort()
    return filters.transferred_by
      ? ids.filter(
          (id) =>
            this.payoutProvider(id).transferred_by === filters.transferred_by
        )
      : ids
  }

  /** @throws invalid_data when no such provider is loaded */
  protected payoutProvider(id: string): AbstractPayoutProvider {
    const loaded = this.listPayoutProviderIds()
    if (!loaded.includes(id)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `provider: ${id} is not a payout provider of this store; there is ${loaded.join(", ")}`
      )
    }
    return this.container_[payoutProviderKey(id)] as AbstractPayoutProvider
  }
}
