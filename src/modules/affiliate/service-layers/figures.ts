import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import {
  Days,
  daysBefore,
  daysMeant,
  dayOf,
  Period,
  problemOfDays,
} from "../domain/figures/days"
import {
  DatedFigures,
  Figures,
  figuresIn,
  seriesOf,
} from "../domain/figures/figures"
import { StatementEntry } from "../domain/figures/movements"
import { Amount } from "../domain/money"
import { AccountSums } from "../domain/posting"
import { databaseTime } from "../sql/clock"
import {
  AffiliateFigureParts,
  BalanceRow,
  mainCurrencyOf,
  readAdjustments,
  readAffiliateFigures,
  readBalances,
} from "../sql/dashboard-figures"
import { FiguresAsked } from "../sql/figures"
import { MilestoneStanding, readMilestoneStandings } from "../sql/milestones"
import {
  AffiliateTotals,
  mainCurrencyOfStore,
  readOwed,
  readStoreEvents,
  readStoreFigures,
  StoreEvents,
} from "../sql/store-figures"
import {
  EntryCursor,
  LedgerOf,
  readStatementEntries,
  readSumsBefore,
} from "../sql/statement"
import { invalid } from "./refusals"
import { AffiliateRules } from "./rules"

/** How many campaigns, marks and links figures are told for. */
const PARTS_MAX = 50
/** How many affiliates the merchant sees among those who brought most. */
const TOP_MAX = 10
/** How many entries of a statement are read at a time. */
const ENTRIES_PAGE = 2_000

/** What an affiliate sees first. */
export interface AffiliateDashboard extends Omit<
  AffiliateFigureParts,
  "byDay"
> {
  balances: BalanceRow[]
  figures: Figures
  /** Of as many days before. */
  previous: Figures
  adjustments: Amount
  series: DatedFigures[]
  milestones: MilestoneStanding[]
}

/** What all affiliates brought in some days, and what happened beside. */
export interface StoreTotals extends StoreEvents {
  figures: Figures
  /** Affiliates who brought a click or an order. */
  active: number
}

/** What the merchant sees first. */
export interface StoreStats {
  totals: StoreTotals
  /** Of as many days before. */
  previous: StoreTotals
  series: DatedFigures[]
  top: AffiliateTotals[]
  /** What the accounts of all affiliates hold now. */
  owed: BalanceRow[]
}

/** What people see of clicks, orders and money, reckoned when they look. */
export class AffiliateFigures extends AffiliateRules {
  /**
   * The days that figures are asked for; without an end up to today, by the database's clock.
   *
   * @throws invalid_data for days the wrong way round, or too many
   */
  async figureDays(
    asked: Partial<Days>,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Days> {
    return this.transact(async (trx) => {
      const days = daysMeant(asked, dayOf(await databaseTime(trx)))
      const problem = problemOfDays(days)
      if (problem) {
        throw invalid(problem)
      }
      return days
    }, sharedContext)
  }

  /** The currency to show an affiliate first; `null` = it never had any. */
  async mainCurrencyOfAffiliate(
    affiliate_id: string,
    days: Days,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string | null> {
    return this.transact(
      (trx) => mainCurrencyOf(trx, affiliate_id, days),
      sharedContext
    )
  }

  async affiliateDashboard(
    affiliate_id: string,
    { days, currency_code }: FiguresAsked,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AffiliateDashboard> {
    return this.transact(async (trx) => {
      const asked = { affiliate_id, days, currency_code }
      const { byDay, ...parts } = await readAffiliateFigures(trx, {
        ...asked,
        rows_max: PARTS_MAX,
      })
      return {
        ...parts,
        balances: await readBalances(trx, affiliate_id),
        figures: figuresIn(days, byDay),
        previous: figuresIn(daysBefore(days), byDay),
        adjustments: await readAdjustments(trx, asked),
        series: seriesOf(days, byDay),
        milestones: await readMilestoneStandings(trx, affiliate_id),
      }
    }, sharedContext)
  }

  /** The currency to show the merchant first; `null` = no order was ever credited. */
  async mainCurrencyOfStore(
    days: Days,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string | null> {
    return this.transact((trx) => mainCurrencyOfStore(trx, days), sharedContext)
  }

  async storeStats(
    { days, currency_code }: FiguresAsked,
    group_by: Period,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<StoreStats> {
    return this.transact(async (trx) => {
      const { byDay, top, active } = await readStoreFigures(trx, {
        days,
        currency_code,
        rows_max: TOP_MAX,
      })
      const before = daysBefore(days)
      return {
        totals: {
          figures: figuresIn(days, byDay),
          active: active.asked,
          ...(await readStoreEvents(trx, { days, currency_code })),
        },
        previous: {
          figures: figuresIn(before, byDay),
          active: active.before,
          ...(await readStoreEvents(trx, { days: before, currency_code })),
        },
        series: seriesOf(days, byDay, group_by),
        top,
        owed: await readOwed(trx),
      }
    }, sharedContext)
  }

  /** Where an affiliate's accounts stood when a day began, by the ledger. */
  async accountsBefore(
    of: LedgerOf,
    day: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AccountSums> {
    return this.transact((trx) => readSumsBefore(trx, of, day), sharedContext)
  }

  /** The next page of an affiliate's entries of some days; `next` is `null` after the last. */
  async statementEntries(
    of: LedgerOf,
    days: Days,
    after: EntryCursor | null,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ entries: StatementEntry[]; next: EntryCursor | null }> {
    return this.transact(async (trx) => {
      const entries = await readStatementEntries(
        trx,
        of,
        days,
        after,
        ENTRIES_PAGE
      )
      const last = entries.at(-1)
      return {
        entries,
        next:
          last && entries.length === ENTRIES_PAGE
            ? { at: last.at, id: last.id }
            : null,
      }
    }, sharedContext)
  }
}
