import { Context } from "@medusajs/framework/types"
import { generateEntityId, MedusaContext } from "@medusajs/framework/utils"

import { currentActor } from "../actor"
import { dayOf } from "../domain/figures/days"
import { TaxFormFacts } from "../domain/tax/form"
import { UsTaxFormType } from "../../../shared/tax-forms"
import { isExpired } from "../domain/tax/form-life"
import { problemOfForm } from "../domain/tax/form-problem"
import {
  columnsOf,
  keptFacts,
  numbersOf,
  ShownFacts,
  shownFacts,
  TaxNumbers,
} from "../domain/tax/stored-form"
import { TAX_CURRENCY, thresholdOf } from "../domain/tax/thresholds"
import { Trx } from "../ledger/transaction"
import { lockAffiliate } from "../sql/affiliate-row"
import { databaseTime } from "../sql/clock"
import {
  forgetForms,
  formsOf,
  insertForm,
  latestForms,
  nextVersion,
  recordLook,
  TaxFormRow,
} from "../sql/tax/forms"
import { netPaidInYear } from "../sql/tax/payments"
import {
  readStanding,
  readThresholds,
  TaxStanding,
  writeStanding,
} from "../sql/tax/settings"
import { invalid, notAllowed, notFound } from "./refusals"
import { AffiliateSecrets } from "./secrets"

/** Versions that are kept of one affiliate: more are no declarations. */
const VERSIONS_MAX = 100

/** A form on file, as far as it may be shown. */
export interface TaxFormView extends ShownFacts {
  id: string
  version: number
  state: "valid" | "expired"
  expires_on: string | null
  created_at: Date
}

/** How an affiliate stands with its taxes in the calendar year. */
export interface TaxProfile {
  /** The form of the IRS that is in force. */
  tax_form: TaxFormView | null
  /** What invoices are made from. */
  vat_form: TaxFormView | null
  year: number
  /** US dollars. */
  threshold: number
  /** US dollars paid in the year, less what came back. */
  paid_in_year: number
  /** Whether payouts wait for a form from the threshold on. */
  gate: boolean
  /** Whether a form on file is in force. */
  form_valid: boolean
  backup_withholding: boolean
}

/** What affiliates declare about their taxes. */
export class AffiliateTaxForms extends AffiliateSecrets {
  /**
   * Files a form; the ones before it stay, as versions.
   *
   * @throws not_found; invalid_data naming the field and the rule; not_allowed without an encryption key, and for
   *   more versions than are kept
   */
  async fileTaxForm(
    { affiliate_id, ...handed }: TaxFormFacts & { affiliate_id: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ id: string }> {
    this.secrets_.assertReady()
    return this.transact(async (trx, context) => {
      await this.lockForTax_(trx, affiliate_id, context)
      const today = dayOf(await databaseTime(trx))
      const problem = problemOfForm(handed, today)
      if (problem) {
        throw invalid(problem)
      }
      const version = await nextVersion(trx, affiliate_id)
      if (version > VERSIONS_MAX) {
        throw notAllowed(
          `No more than ${VERSIONS_MAX} tax forms are kept of one affiliate`
        )
      }
      const facts = keptFacts(handed)
      const id = generateEntityId(undefined, "afftax")
      await insertForm(trx, {
        ...columnsOf(facts),
        id,
        affiliate_id,
        version,
        details: this.secrets_.seal(JSON.stringify(facts), id),
      })
      if (facts.form === "w9" && facts.subject_to_backup_withholding) {
        await writeStanding(trx, {
          affiliate_id,
          backup_withholding: true,
          reason: "Said so on the W-9 (part II, item 2 crossed out)",
        })
      }
      return { id }
    }, sharedContext)
  }

  /** @throws not_found */
  async taxProfileOf(
    affiliate_id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<TaxProfile> {
    return this.transact(async (trx, context) => {
      await this.assertKnown_(affiliate_id, context)
      const today = dayOf(await databaseTime(trx))
      const year = Number(today.slice(0, 4))
      const of = async (kind: "us" | "vat") =>
        (await latestForms(trx, [affiliate_id], kind)).get(affiliate_id)
      const [us, vat] = [await of("us"), await of("vat")]
      const { amount, gate } = thresholdOf(year, await readThresholds(trx))
      const paid = await netPaidInYear(trx, {
        affiliate_id,
        currency_code: TAX_CURRENCY,
        year,
      })
      const tax_form = us ? this.formView_(us, today) : null
      return {
        tax_form,
        vat_form: vat ? this.formView_(vat, today) : null,
        year,
        threshold: amount.toNumber(),
        paid_in_year: Number(paid),
        gate,
        form_valid: tax_form?.state === "valid",
        backup_withholding: (await readStanding(trx, affiliate_id))
          .backup_withholding,
      }
    }, sharedContext)
  }

  /** Every version of an affiliate, newest first. */
  async taxFormVersions(
    affiliate_id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<TaxFormView[]> {
    return this.transact(async (trx) => {
      const today = dayOf(await databaseTime(trx))
      const rows = await formsOf(trx, affiliate_id, VERSIONS_MAX)
      return rows.map((row) => this.formView_(row, today))
    }, sharedContext)
  }

  async taxStandingOf(
    affiliate_id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<TaxStanding> {
    return this.transact(
      (trx) => readStanding(trx, affiliate_id),
      sharedContext
    )
  }

  /**
   * The numbers of the form in force, in clear. Who looks, and why, is kept
   * before they are: nobody sees them without.
   *
   * @throws not_found for an affiliate without a form; not_allowed without an encryption key
   */
  async revealTaxNumbers(
    { affiliate_id, reason }: { affiliate_id: string; reason: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<TaxNumbers & { form: UsTaxFormType; name: string }> {
    this.secrets_.assertReady()
    const row = await this.transact(async (trx, context) => {
      await this.assertKnown_(affiliate_id, context)
      const form = (await latestForms(trx, [affiliate_id], "us")).get(
        affiliate_id
      )
      if (!form) {
        throw notFound(`${affiliate_id} has no tax form on file`)
      }
      const actor = currentActor()
      await recordLook(trx, {
        affiliate_id,
        tax_form_id: form.id,
        reason,
        actor_type: actor?.type ?? null,
        actor_id: actor?.id ?? null,
      })
      return form
    }, sharedContext)
    const facts = this.openForm_(row)
    return {
      ...numbersOf(facts),
      form: row.form as UsTaxFormType,
      name: facts.name,
    }
  }

  /**
   * Says that payments to an affiliate are subject to backup withholding, or no more.
   *
   * @returns what was said before
   * @throws not_found; not_allowed for one who was erased
   */
  async setBackupWithholding(
    input: {
      affiliate_id: string
      backup_withholding: boolean
      reason: string | null
    },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ before: TaxStanding }> {
    return this.transact(async (trx, context) => {
      await this.lockForTax_(trx, input.affiliate_id, context)
      const before = await readStanding(trx, input.affiliate_id)
      await writeStanding(trx, input)
      return { before }
    }, sharedContext)
  }

  /**
   * Deletes the forms of erased affiliates that the law wants no more.
   *
   * @returns how many
   */
  async forgetTaxForms(
    @MedusaContext() sharedContext: Context = {}
  ): Promise<number> {
    return this.transact(async (trx) => {
      const now = await databaseTime(trx)
      return forgetForms(trx, {
        affiliate_id: null,
        retention_years: this.options_.tax.retention_years,
        year: now.getUTCFullYear(),
      })
    }, sharedContext)
  }

  protected openForm_({ id, details }: TaxFormRow): TaxFormFacts {
    return JSON.parse(this.secrets_.open(details, id))
  }

  protected formView_(row: TaxFormRow, today: string): TaxFormView {
    return {
      ...shownFacts(this.openForm_(row)),
      id: row.id,
      version: row.version,
      state: isExpired(row.expires_on, today) ? "expired" : "valid",
      expires_on: row.expires_on,
      created_at: row.created_at,
    }
  }

  /** Erased affiliates too: the tax office may still ask for theirs. */
  private async assertKnown_(id: string, context: Context): Promise<void> {
    const [known] = await this.listAffiliates(
      { id },
      { select: ["id"] },
      context
    )
    if (!known) {
      throw notFound(`There is no affiliate ${id}`)
    }
  }

  /** @throws not_found; not_allowed for one who was erased */
  private async lockForTax_(
    trx: Trx,
    affiliate_id: string,
    context: Context
  ): Promise<void> {
    await lockAffiliate(trx, affiliate_id)
    await this.affiliateOf_(affiliate_id, context)
  }
}
