import { z } from "@medusajs/framework/zod"

import {
  amountRowsRule,
  toAmountRows,
  toAmounts,
} from "../../../../lib/amount-rows"
import type { Translate } from "../../../../lib/form-rules"
import {
  percentRule,
  readDecimal,
  textRule,
  wholeRule,
} from "../../../../lib/form-rules"
import {
  fromTrailing,
  toTrailing,
  TRAILING_CHOICES,
  TRAILING_MONTHS_MAX,
} from "../../../../lib/trailing"
import type { ProgramTerms } from "../../../../types"
import { toUtm, toUtmRow, utmRule } from "./utm-form"

/** Longer holds and windows than ten years would be a typing error. */
const DAYS_MAX = 3650

const NAME_MAX = 200
const HANDLE_MAX = 100
const HANDLE = /^[a-z0-9]+([-_][a-z0-9]+)*$/

/** What a program is called, and whether it runs. */
export const identitySchema = (t: Translate) =>
  z.object({
    name: textRule(t, NAME_MAX),
    handle: z
      .string()
      .trim()
      .max(HANDLE_MAX, t("common.form.tooLong", { max: HANDLE_MAX }))
      .refine((handle) => !handle || HANDLE.test(handle), {
        error: t("programs.form.handleInvalid"),
      }),
    status: z.enum(["active", "inactive"]),
  })

export type IdentityForm = z.infer<ReturnType<typeof identitySchema>>

/** A program as a form holds it: what it is called, and all its terms. */
export const programSchema = (t: Translate) =>
  identitySchema(t)
    .extend({
      commission_type: z.enum([
        "percentage",
        "fixed_per_item",
        "fixed_per_order",
      ]),
      percent: percentRule(t, { optional: true }),
      /** A fixed amount that counts in every currency, when none is listed. */
      any_currency: z.string(),
      fixed_values: amountRowsRule(t),
      include_shipping: z.boolean(),
      include_tax: z.boolean(),
      attribution_window_days: wholeRule(t, { max: DAYS_MAX }),
      attribution_model: z.enum(["last_touch", "first_touch"]),
      trailing: z.enum(TRAILING_CHOICES),
      trailing_months: wholeRule(t, {
        optional: true,
        min: 1,
        max: TRAILING_MONTHS_MAX,
      }),
      new_customers_only: z.boolean(),
      self_referral: z.enum(["block", "flag", "allow"]),
      hold_days: wholeRule(t, { max: DAYS_MAX }),
      minimum_payouts: amountRowsRule(t),
      levels: z.array(
        z.object({
          percent: percentRule(t, { positive: true }),
          basis: z.enum(["order", "commission"]),
        })
      ),
      milestones: amountRowsRule(t, true),
      utm: utmRule(t),
      auto_approve: z.boolean(),
      identity_required: z.enum(["never", "always", "above_amount"]),
      identity_amounts: amountRowsRule(t),
    })
    .superRefine((form, ctx) => {
      const fail = (path: keyof typeof form, message: string) =>
        ctx.addIssue({ code: "custom", path: [path], message })

      if (form.commission_type === "percentage") {
        if (!form.percent.trim()) {
          fail("percent", t("common.form.required"))
        }
      } else if (
        !form.fixed_values.length &&
        (readDecimal(form.any_currency) ?? 0) <= 0
      ) {
        fail("any_currency", t("programs.form.fixedNeeded"))
      }
      if (
        form.identity_required === "above_amount" &&
        !form.identity_amounts.length
      ) {
        fail("identity_amounts", t("identity.program.amountsNeeded"))
      }
      if (form.trailing === "months" && !form.trailing_months.trim()) {
        fail("trailing_months", t("common.form.required"))
      }
    })

export type ProgramForm = z.infer<ReturnType<typeof programSchema>>

/** What a new program starts from: the rate, hold and window of the plugin's own. */
export const DEFAULT_TERMS: ProgramTerms = {
  commission_type: "percentage",
  commission_value: 20,
  fixed_values: [],
  hold_days: 30,
  attribution_window_days: 30,
  attribution_model: "last_touch",
  trailing_months: null,
  minimum_payouts: [],
  levels: [],
  milestones: [50, 100, 500, 1000].map((amount) => ({
    currency_code: "usd",
    amount,
  })),
  self_referral: "block",
  auto_approve: false,
  include_shipping: false,
  include_tax: false,
  new_customers_only: false,
  utm_template: null,
  identity_required: "never",
  identity_amounts: [],
}

export const toIdentityForm = ({
  name,
  handle,
  status,
}: IdentityForm): IdentityForm => ({ name, handle, status })

/** @param identity Without one, the form is for a new program. */
export function toProgramForm(
  terms: ProgramTerms,
  identity: IdentityForm = { name: "", handle: "", status: "active" }
): ProgramForm {
  return {
    ...toIdentityForm(identity),
    commission_type: terms.commission_type,
    percent:
      terms.commission_type === "percentage"
        ? String(terms.commission_value)
        : "",
    any_currency:
      terms.commission_type !== "percentage" && !terms.fixed_values.length
        ? String(terms.commission_value)
        : "",
    fixed_values: toAmountRows(terms.fixed_values),
    include_shipping: terms.include_shipping,
    include_tax: terms.include_tax,
    attribution_window_days: String(terms.attribution_window_days),
    attribution_model: terms.attribution_model,
    ...toTrailing(terms.trailing_months),
    new_customers_only: terms.new_customers_only,
    self_referral: terms.self_referral,
    hold_days: String(terms.hold_days),
    minimum_payouts: toAmountRows(terms.minimum_payouts),
    levels: terms.levels
      .toSorted((a, b) => a.level - b.level)
      .map(({ percent, basis }) => ({ percent: String(percent), basis })),
    milestones: toAmountRows(terms.milestones),
    utm: toUtmRow(terms.utm_template),
    auto_approve: terms.auto_approve,
    identity_required: terms.identity_required,
    identity_amounts: toAmountRows(terms.identity_amounts),
  }
}

export function toIdentity(form: IdentityForm) {
  return {
    name: form.name.trim(),
    // Left empty, the store makes one from the name.
    handle: form.handle.trim() || undefined,
    status: form.status,
  }
}

export function toTerms(form: ProgramForm): ProgramTerms {
  const percentage = form.commission_type === "percentage"
  return {
    commission_type: form.commission_type,
    // Where currencies are listed, a fixed program's general value counts for nothing.
    commission_value:
      readDecimal(percentage ? form.percent : form.any_currency) ?? 0,
    fixed_values: percentage ? [] : toAmounts(form.fixed_values),
    include_shipping: form.include_shipping,
    include_tax: form.include_tax,
    attribution_window_days: Number(form.attribution_window_days),
    attribution_model: form.attribution_model,
    trailing_months: fromTrailing(form),
    new_customers_only: form.new_customers_only,
    self_referral: form.self_referral,
    hold_days: Number(form.hold_days),
    minimum_payouts: toAmounts(form.minimum_payouts),
    levels: form.levels.map(({ percent, basis }, index) => ({
      level: index + 2,
      percent: readDecimal(percent) ?? 0,
      basis,
    })),
    milestones: toAmounts(form.milestones),
    utm_template: toUtm(form.utm),
    auto_approve: form.auto_approve,
    identity_required: form.identity_required,
    identity_amounts:
      form.identity_required === "above_amount"
        ? toAmounts(form.identity_amounts)
        : [],
  }
}
