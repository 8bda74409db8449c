import { z } from "@medusajs/framework/zod"

import { isCode } from "../../../../lib/codes"
import type { Translate } from "../../../../lib/form-rules"
import {
  emailRule,
  percentRule,
  readOptional,
  textRule,
  wholeRule,
} from "../../../../lib/form-rules"
import type { Invite } from "../../../../types"
import { NO_TIER } from "../../form/affiliate-form"

const NAME_MAX = 200
const DAYS_MAX = 365

/** An invitation as a form holds it. */
export const inviteSchema = (t: Translate) =>
  z.object({
    email: emailRule(t),
    name: z.string().trim().max(NAME_MAX),
    program_id: textRule(t),
    tier_id: z.string(),
    parent_id: z.string(),
    code: z
      .string()
      .trim()
      .refine((code) => !code || isCode(code), {
        error: t("affiliates.create.codeInvalid"),
      }),
    discount: percentRule(t, { optional: true, positive: true }),
    expires_in_days: wholeRule(t, { optional: true, min: 1, max: DAYS_MAX }),
  })

export type InviteForm = z.infer<ReturnType<typeof inviteSchema>>

export const EMPTY_INVITE: InviteForm = {
  email: "",
  name: "",
  program_id: "",
  tier_id: NO_TIER,
  parent_id: "",
  code: "",
  discount: "",
  expires_in_days: "",
}

export function toInvite(form: InviteForm): Invite {
  const discount_percent = readOptional(form.discount)
  const expires_in_days = readOptional(form.expires_in_days)
  return {
    email: form.email.trim(),
    program_id: form.program_id,
    ...(form.name.trim() ? { name: form.name.trim() } : {}),
    ...(form.tier_id === NO_TIER ? {} : { tier_id: form.tier_id }),
    ...(form.parent_id ? { parent_id: form.parent_id } : {}),
    ...(form.code.trim() ? { code: form.code.trim() } : {}),
    ...(discount_percent === undefined ? {} : { discount_percent }),
    ...(expires_in_days === undefined ? {} : { expires_in_days }),
  }
}
