import { z } from "@medusajs/framework/zod"

import type { Translate } from "../../../../lib/form-rules"
import { percentRule, readDecimal, textRule } from "../../../../lib/form-rules"
import type { Contract, CreateContract } from "../../../../types"

const TITLE_MAX = 200
const TERMS_MAX = 20_000

/** A contract as a form holds it. */
export const contractSchema = (t: Translate) =>
  z
    .object({
      title: textRule(t, TITLE_MAX),
      revenue_split: percentRule(t),
      starts_at: z.date(t("common.form.required")),
      ends_at: z.date().nullable(),
      terms: z
        .string()
        .trim()
        .max(TERMS_MAX, t("common.form.tooLong", { max: TERMS_MAX })),
    })
    .refine(({ starts_at, ends_at }) => !ends_at || ends_at > starts_at, {
      path: ["ends_at"],
      error: t("contracts.form.endBeforeStart"),
    })

export type ContractForm = z.infer<ReturnType<typeof contractSchema>>

/** Whoever makes a contract means it from now on, unless they say otherwise. */
export const emptyContract = (now = new Date()): ContractForm => ({
  title: "",
  revenue_split: "",
  starts_at: now,
  ends_at: null,
  terms: "",
})

export function toContractForm(contract: Contract): ContractForm {
  return {
    title: contract.title,
    revenue_split: String(contract.revenue_split),
    starts_at: new Date(contract.starts_at),
    ends_at: contract.ends_at ? new Date(contract.ends_at) : null,
    terms: contract.terms ?? "",
  }
}

export function toContract(form: ContractForm): CreateContract {
  return {
    title: form.title.trim(),
    revenue_split: readDecimal(form.revenue_split) ?? 0,
    starts_at: form.starts_at.toISOString(),
    ends_at: form.ends_at?.toISOString() ?? null,
    terms: form.terms.trim() || null,
  }
}
