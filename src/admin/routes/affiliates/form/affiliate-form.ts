import { z } from "@medusajs/framework/zod"

import { isCode } from "../../../lib/codes"
import type { Translate } from "../../../lib/form-rules"
import {
  emailRule,
  percentRule,
  readOptional,
  textRule,
  wholeRule,
} from "../../../lib/form-rules"
import {
  fromTrailing,
  toTrailing,
  TRAILING_CHOICES,
  TRAILING_MONTHS_MAX,
} from "../../../lib/trailing"
import type {
  AffiliateDetail,
  CreateAffiliate,
  UpdateAffiliate,
} from "../../../types"

const NAME_MAX = 200

/** A select cannot hold an empty value; this stands for "no tier". */
export const NO_TIER = "none"

/** The fields that making and editing an affiliate have in common, and those of each. */
export const affiliateFormSchema = (t: Translate) =>
  z
    .object({
      name: textRule(t, NAME_MAX),
      email: emailRule(t),
      code: z
        .string()
        .trim()
        .refine((code) => !code || isCode(code), {
          error: t("affiliates.create.codeInvalid"),
        }),
      discount: percentRule(t, { optional: true, positive: true }),
      program_id: textRule(t),
      tier_id: z.string(),
      parent_id: z.string(),
      customer_id: z.string(),
      commission: percentRule(t, { optional: true }),
      trailing: z.enum(TRAILING_CHOICES),
      trailing_months: wholeRule(t, {
        optional: true,
        min: 1,
        max: TRAILING_MONTHS_MAX,
      }),
      website: z
        .string()
        .trim()
        .refine((text) => !text || isWebAddress(text), {
          error: t("common.form.url"),
        }),
      country_code: z.string(),
    })
    .superRefine((form, ctx) => {
      if (form.trailing === "months" && !form.trailing_months.trim()) {
        ctx.addIssue({
          code: "custom",
          path: ["trailing_months"],
          message: t("common.form.required"),
        })
      }
    })

export type AffiliateForm = z.infer<ReturnType<typeof affiliateFormSchema>>

export const EMPTY_FORM: AffiliateForm = {
  name: "",
  email: "",
  code: "",
  discount: "",
  program_id: "",
  tier_id: NO_TIER,
  parent_id: "",
  customer_id: "",
  commission: "",
  trailing: "default",
  trailing_months: "",
  website: "",
  country_code: "",
}

export function toForm(affiliate: AffiliateDetail): AffiliateForm {
  return {
    ...EMPTY_FORM,
    ...toTrailing(affiliate.trailing_months),
    name: affiliate.name,
    email: affiliate.email,
    program_id: affiliate.program.id,
    tier_id: affiliate.tier?.id ?? NO_TIER,
    parent_id: affiliate.parent_id ?? "",
    customer_id: affiliate.customer_id ?? "",
    commission: affiliate.commission_percent?.toString() ?? "",
    website: affiliate.website ?? "",
    country_code: affiliate.country_code ?? "",
  }
}

export function toCreateBody(form: AffiliateForm): CreateAffiliate {
  return {
    name: form.name.trim(),
    email: form.email.trim(),
    code: form.code.trim() || undefined,
    discount_percent: readOptional(form.discount),
    program_id: form.program_id,
    tier_id: form.tier_id === NO_TIER ? undefined : form.tier_id,
    parent_id: form.parent_id || undefined,
    customer_id: form.customer_id || undefined,
    commission_percent: readOptional(form.commission),
    trailing_months: fromTrailing(form) ?? undefined,
  }
}

export function toUpdateBody(form: AffiliateForm): UpdateAffiliate {
  return {
    name: form.name.trim(),
    email: form.email.trim(),
    program_id: form.program_id,
    tier_id: form.tier_id === NO_TIER ? null : form.tier_id,
    parent_id: form.parent_id || null,
    customer_id: form.customer_id || null,
    commission_percent: readOptional(form.commission) ?? null,
    trailing_months: fromTrailing(form),
    website: form.website.trim() || null,
    country_code: form.country_code || null,
  }
}

function isWebAddress(text: string): boolean {
  try {
    return ["http:", "https:"].includes(new URL(text).protocol)
  } catch {
    return false
  }
}
