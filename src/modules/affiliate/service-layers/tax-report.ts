import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { dayOf } from "../domain/figures/days"
import { Amount, toAmount, toDecimal } from "../domain/money"
import { TaxFormType } from "../../../shared/tax-forms"
import { standingOf, FormOnFile, FormStanding } from "../domain/tax/gate"
import { is1099Due, Verdict1099, verdict1099 } from "../domain/tax/report"
import {
  LAWFUL_THRESHOLDS,
  TaxThreshold,
  ThresholdInForce,
  thresholdOf,
} from "../domain/tax/thresholds"
import {
  BACKUP_WITHHOLDING_PERCENT,
  backupWithholding,
} from "../domain/tax/withholding"
import { databaseTime } from "../sql/clock"
import { latestForms, TaxFormRow } from "../sql/tax/forms"
import {
  countPaymentsOfYear,
  paymentsOfYear,
  PaymentsRow,
} from "../sql/tax/payments"
import {
  deleteThreshold,
  readThresholds,
  withholdingOfPayout,
  writeThreshold,
} from "../sql/tax/settings"
import { AffiliateTaxForms } from "./tax-forms"

/** What somebody was paid in a year in one currency, and what follows from it; amounts in major units. */
export interface TaxReportRow {
  affiliate_id: string
  name: string
  email: string
  /** As on the form; `null` = none on file. */
  legal_name: string | null
  /** Of residence for tax, else what the affiliate said when it applied. */
  country_code: string | null
  currency_code: string
  payouts: number
  paid: Amount
  returned: Amount
  net: Amount
  form: TaxFormType | null
  form_state: FormStanding["state"]
  form_expires_on: string | null
  classification: string | null
  tin_last_four: string | null
  foreign_tin_last_four: string | null
  form_1099_nec_due: boolean
  form_1099_nec_reason: Verdict1099
  backup_withholding: boolean
  /** What backup withholding would have come to. Nothing was withheld. */
  backup_withholding_amount: Amount
}

/** What backup withholding says of one payout. Nothing was withheld: the payout is what it says. */
export interface PayoutWithholding {
  flagged: boolean
  percent: number
  amount: Amount
}

export interface ThresholdView extends ThresholdInForce {
  year: number
}

/** What was paid in a year, for whoever does the taxes. */
export class AffiliateTaxReport extends AffiliateTaxForms {
  /** One page of the report of a calendar year (UTC), by affiliate and currency. */
  async taxReport(
    { year, limit, offset }: { year: number; limit: number; offset: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ rows: TaxReportRow[]; threshold: ThresholdInForce }> {
    return this.transact(async (trx) => {
      const today = dayOf(await databaseTime(trx))
      const threshold = thresholdOf(year, await readThresholds(trx))
      const payments = await paymentsOfYear(trx, { year, limit, offset })
      const forms = await latestForms(
        trx,
        [...new Set(payments.map(({ affiliate_id }) => affiliate_id))],
        "us"
      )
      return {
        threshold,
        rows: payments.map((row) =>
          this.reportRow_(
            row,
            forms.get(row.affiliate_id) ?? null,
            threshold,
            today
          )
        ),
      }
    }, sharedContext)
  }

  async countTaxReport(
    year: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<number> {
    return this.transact((trx) => countPaymentsOfYear(trx, year), sharedContext)
  }

  /** The years from which on another threshold holds, oldest first. */
  async taxThresholds(
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ThresholdView[]> {
    const set = await this.transact(readThresholds, sharedContext)
    const years = new Set(
      [...LAWFUL_THRESHOLDS, ...set].map(({ year }) => year)
    )
    return [...years]
      .sort((a, b) => a - b)
      .map((year) => ({ year, ...thresholdOf(year, set) }))
  }

  /**
   * Sets the threshold from a year on; without an amount, what holds by law, or was set before, is back.
   *
   * @returns what the store had set for that year
   */
  async setTaxThreshold(
    {
      year,
      amount,
      gate,
    }: { year: number; amount: TaxThreshold["amount"] | null; gate: boolean },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ before: TaxThreshold | null }> {
    return this.transact(async (trx) => {
      const set = await readThresholds(trx)
      if (amount === null) {
        await deleteThreshold(trx, year)
      } else {
        const exact = toDecimal(toAmount(amount))
        await writeThreshold(trx, { year, amount: exact, gate })
      }
      return { before: set.find((one) => one.year === year) ?? null }
    }, sharedContext)
  }

  /** What stood of backup withholding when a payout was paid, or stands while it is not. */
  async withholdingOfPayout(
    payout_id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutWithholding> {
    const row = await this.transact(
      (trx) => withholdingOfPayout(trx, payout_id),
      sharedContext
    )
    return {
      flagged: row?.flagged ?? false,
      percent: BACKUP_WITHHOLDING_PERCENT,
      amount: row ? backupWithholding(toAmount(row.amount), row) : toAmount(0),
    }
  }

  private reportRow_(
    row: PaymentsRow,
    form: TaxFormRow | null,
    threshold: ThresholdInForce,
    today: string
  ): TaxReportRow {
    const { currency_code } = row
    const [paid, returned] = [toAmount(row.paid), toAmount(row.returned)]
    const net = paid.minus(returned)
    const standing = standingOf(form as FormOnFile | null, today)
    const verdict = verdict1099({
      currency_code,
      net,
      threshold: threshold.amount,
      standing,
      classification: form?.classification ?? null,
      exempt_payee: form?.exempt_payee ?? false,
    })
    return {
      affiliate_id: row.affiliate_id,
      name: row.name,
      email: row.email,
      legal_name: form ? this.openForm_(form).name : null,
      country_code: form?.country_code ?? row.country_code,
      currency_code,
      payouts: row.payouts,
      paid,
      returned,
      net,
      form: form?.form ?? null,
      form_state: standing.state,
      form_expires_on: form?.expires_on ?? null,
      classification: form?.classification ?? null,
      tin_last_four: form?.tin_last_four ?? null,
      foreign_tin_last_four: form?.foreign_tin_last_four ?? null,
      form_1099_nec_due: is1099Due(verdict),
      form_1099_nec_reason: verdict,
      backup_withholding: row.backup_withholding,
      backup_withholding_amount: backupWithholding(net, {
        flagged: row.backup_withholding,
        currency_code,
      }),
    }
  }
}
