import { randomBytes } from "node:crypto"

import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { newClickId } from "../clicks/click-id"
import { GroupWriter } from "../clicks/group-writer"
import { SubBuckets } from "../clicks/sub-buckets"
import { DaySalts, dayOf, visitKey } from "../clicks/visit-keys"
import { codeKey } from "../domain/normalize"
import { forgive } from "../domain/links/forgiving"
import { slugKey } from "../domain/links/slug"
import { AffiliateOptions } from "../options"
import { withRetry } from "../ledger/transaction"
import {
  addClickMonths,
  dropClickMonths,
  dropSalts,
  forgetVisitors,
  readSalts,
} from "../sql/click-upkeep"
import { hasClick, Visit, writeVisits, WrittenVisit } from "../sql/clicks"
import { AffiliateTouches } from "./touches"

/**
 * Visits written by one statement, statements under way at once, and visits that wait for the next. One at a time: two
 * would share what comes between them, and a statement costs the same for one visit as for ten.
 */
const GROUP_LIMITS = { group_max: 1_000, writing_max: 1, waiting_max: 20_000 }
/** Months of clicks that are there before they begin. */
const MONTHS_AHEAD = 2
/** Chunks of visitors forgotten in one run. */
const FORGET_CHUNKS_MAX = 200
const SALT_BYTES = 32
const DAY_MS = 24 * 60 * 60 * 1000

export interface NewVisit {
  /** What was followed, as it was given; one of the two. */
  code?: string
  link?: string
  /** Kept with the click. */
  visitor_id: string | null
  /** What repeated visits are told by: an id, or address and browser. Hashed, never stored. */
  told_apart_by: string
  /** What they will be told by after this visit; the same, unless it brought an id. */
  told_apart_later_by: string
  sub_id: string | null
  landing_url: string | null
  referrer: string | null
  /** Recorded like anybody, and not counted. */
  skipped: "bot" | "prefetch" | null
}

/** What upkeep did. */
export interface ClickUpkeep {
  months_added: number
  months_dropped: string[]
  visitors_forgotten: number
}

/** Clicks: written many at once, kept for a while, summed up for ever. */
export class AffiliateClicks extends AffiliateTouches {
  private readonly subBuckets_ = new SubBuckets()
  private salts_: { day: string; salts: Promise<DaySalts> } | null = null
  private readonly visits_ = new GroupWriter<Visit, WrittenVisit | null>(
    (visits) => withRetry(() => writeVisits(this.knex_(), visits)),
    GROUP_LIMITS
  )

  /**
   * Writes a visit down together with those that come at the same time;
   * answers when it is committed.
   *
   * @returns `null` when nobody brings visitors by that code or link
   * @throws GroupFullError when more come than can be written
   */
  async recordVisit(visit: NewVisit): Promise<WrittenVisit | null> {
    const target =
      visit.link === undefined
        ? { code_key: codeKey(forgive(visit.code ?? "")), slug_key: null }
        : { code_key: null, slug_key: slugKey(visit.link) }
    const name = target.slug_key
      ? `link:${target.slug_key}`
      : `code:${target.code_key}`
    const salts = await this.saltsOfToday_()
    return this.visits_.add({
      ...target,
      id: newClickId(),
      visitor_id: visit.visitor_id,
      sub_id: visit.sub_id,
      sub_bucket: this.subBuckets_.bucketOf(salts.day, name, visit.sub_id),
      landing_url: visit.landing_url,
      referrer: visit.referrer,
      skipped: visit.skipped,
      key: visitKey(salts.today, name, visit.told_apart_by),
      earlier_key: visitKey(salts.yesterday, name, visit.told_apart_by),
      later_key:
        visit.told_apart_later_by === visit.told_apart_by
          ? null
          : visitKey(salts.today, name, visit.told_apart_later_by),
    })
  }

  /** Whether there is such a click. */
  async hasClick(id: string): Promise<boolean> {
    return hasClick(this.knex_(), id)
  }

  /** What the store owner decided about clicks. */
  clickOptions(): Pick<
    AffiliateOptions,
    | "allowed_hosts"
    | "links_url"
    | "cookie_domain"
    | "require_consent"
    | "clicks_per_minute_max"
  > {
    return this.options_
  }

  /** Waits until every visit that was taken is written. */
  async settleVisits(): Promise<void> {
    await this.visits_.settle()
  }

  /**
   * Makes the months to come, drops those that are kept no longer, and forgets
   * who was counted more than a day ago. Safe on many instances at once.
   */
  async keepClicks(
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ClickUpkeep> {
    const { months_added, months_dropped } = await this.transact(
      async (trx) => {
        await dropSalts(trx)
        return {
          months_added: await addClickMonths(trx, MONTHS_AHEAD),
          months_dropped: await dropClickMonths(
            trx,
            this.options_.click_retention_months
          ),
        }
      },
      sharedContext
    )
    let visitors_forgotten = 0
    for (let chunk = 0; chunk < FORGET_CHUNKS_MAX; chunk++) {
      const forgotten = await this.transact(forgetVisitors, sharedContext)
      visitors_forgotten += forgotten
      if (!forgotten) {
        break
      }
    }
    return { months_added, months_dropped, visitors_forgotten }
  }

  private async saltsOfToday_(): Promise<DaySalts> {
    const day = dayOf(new Date())
    if (this.salts_?.day !== day) {
      const salts = this.readSalts_(day)
      this.salts_ = { day, salts }
      salts.catch(() => (this.salts_ = null))
    }
    return this.salts_!.salts
  }

  private async readSalts_(day: string): Promise<DaySalts> {
    const before = dayOf(new Date(Date.parse(day) - DAY_MS))
    const newSalt = () => randomBytes(SALT_BYTES).toString("base64")
    const salts = await withRetry(() =>
      readSalts(
        this.knex_(),
        [day, before].map((of) => ({ day: of, salt: newSalt() }))
      )
    )
    return { day, today: salts.get(day)!, yesterday: salts.get(before)! }
  }
}
