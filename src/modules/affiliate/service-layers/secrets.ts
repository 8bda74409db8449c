import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { Trx } from "../ledger/transaction"
import {
  countOldSecrets,
  lockOldSecrets,
  SEALED_COLUMNS,
  SealedColumn,
  SealedRow,
  writeSecrets,
} from "../sql/reseal"
import { AffiliatePayoutSchedules } from "./payout-schedules"

/** Rows of one transaction, so that a payout never waits long for them. */
const CHUNK = 100
/** Chunks of one run: the next one goes on. */
const CHUNKS_MAX = 500

export interface ResealResult {
  /** Secrets that the current key sealed in this run. */
  resealed: number
  /** Secrets that another key sealed and none of the store's keys opens. */
  unreadable: number
  /** Secrets that are still sealed with another key, the unreadable ones among them. */
  left: number
}

/** Sealing anew what an earlier key sealed. */
export class AffiliateSecrets extends AffiliatePayoutSchedules {
  /**
   * Seals with the current key what another one sealed, chunk by chunk; cut
   * off, the next run goes on. A secret that no key opens stays as it is.
   *
   * @throws not_allowed without an encryption key
   */
  async resealSecrets(
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ResealResult> {
    const current = this.secrets_.currentPrefix
    const result: ResealResult = { resealed: 0, unreadable: 0, left: 0 }
    let chunks = 0
    for (const sealed of SEALED_COLUMNS) {
      let after: string | null = ""
      while (after !== null && chunks < CHUNKS_MAX) {
        chunks += 1
        const page = { current, after, limit: CHUNK }
        const chunk: ResealedChunk = await this.transact(
          (trx) => this.resealChunk_(trx, sealed, page),
          sharedContext
        )
        result.resealed += chunk.resealed
        result.unreadable += chunk.unreadable
        after = chunk.after
      }
    }
    result.left = await this.transact(async (trx) => {
      let left = 0
      for (const sealed of SEALED_COLUMNS) {
        left += await countOldSecrets(trx, sealed, current)
      }
      return left
    }, sharedContext)
    return result
  }

  private async resealChunk_(
    trx: Trx,
    sealed: SealedColumn,
    page: { current: string; after: string; limit: number }
  ): Promise<ResealedChunk> {
    const rows = await lockOldSecrets(trx, sealed, page)
    const anew = rows.flatMap((row) => this.resealed_(row) ?? [])
    await writeSecrets(trx, sealed, anew)
    return {
      resealed: anew.length,
      unreadable: rows.length - anew.length,
      after: rows.length < page.limit ? null : rows[rows.length - 1].id,
    }
  }

  /** `null` = none of the keys opens it. */
  private resealed_({ id, envelope }: SealedRow): SealedRow | null {
    try {
      return { id, envelope: this.secrets_.reseal(envelope, id) }
    } catch {
      return null
    }
  }
}

interface ResealedChunk {
  resealed: number
  unreadable: number
  /** `null` = this was the last. */
  after: string | null
}
