import { z } from "@medusajs/framework/zod"

import {
  ADMIN_LIMIT_MAX,
  listParams,
  selectParams,
  textFilter,
  timeFilter,
  wordFilter,
} from "../../utils/list-params"
import { says } from "../../utils/says"
import { percentage } from "../../utils/terms-fields"
import {
  codeText,
  emailText,
  idText,
  lineText,
  longText,
} from "../../utils/text-fields"

const NAME_LENGTH_MAX = 200
const DAYS_MAX = 365
export const INVITATIONS_MAX = 500
const CSV_LENGTH_MAX = 1_000_000

export const INVITATION_STATUSES = [
  "open",
  "accepted",
  "revoked",
  "expired",
] as const

export const AdminListInvitationsParams = listParams(ADMIN_LIMIT_MAX, {
  id: textFilter(),
  email: textFilter(),
  name: textFilter(),
  code: textFilter(),
  program_id: textFilter(),
  affiliate_id: textFilter(),
  status: wordFilter(INVITATION_STATUSES),
  updated_at: timeFilter(),
  expires_at: timeFilter(),
})
export type AdminListInvitationsParamsType = z.infer<
  typeof AdminListInvitationsParams
>

export const AdminGetInvitationParams = selectParams()

const expiresInDays = () => z.number().int().min(1).max(DAYS_MAX)
/** Above zero: a code without a discount has none. */
const discountPercent = () => percentage().gt(0)

const invitation = {
  email: emailText(),
  name: lineText(NAME_LENGTH_MAX).nullish(),
  program_id: idText().optional(),
  tier_id: idText().nullish(),
  parent_id: idText().nullish(),
  code: codeText().nullish(),
  discount_percent: discountPercent().nullish(),
  expires_in_days: expiresInDays().optional(),
}

const OneInvitation = z.strictObject(invitation)

/** One person, or a list of them, or a CSV. */
export const AdminInvite = z
  .strictObject({
    ...OneInvitation.partial().shape,
    invitations: z.array(OneInvitation).min(1).max(INVITATIONS_MAX).optional(),
    csv: longText(CSV_LENGTH_MAX).optional(),
  })
  .refine(
    ({ invitations, csv, ...one }) =>
      Number(invitations !== undefined) +
        Number(csv !== undefined) +
        Number(Object.keys(one).length > 0) ===
      1,
    says("takes one of one person's fields, 'invitations' and 'csv'")
  )
  .refine(
    ({ invitations, csv, email }) => invitations ?? csv ?? email,
    says("needs 'email', 'invitations' or 'csv'")
  )
export type AdminInviteType = z.infer<typeof AdminInvite>

export const AdminResendInvitation = z.strictObject({
  expires_in_days: expiresInDays().optional(),
})
export type AdminResendInvitationType = z.infer<typeof AdminResendInvitation>

export const INVITATION_COLUMNS = [
  "email",
  "name",
  "program",
  "tier",
  "code",
  "discount_percent",
] as const

/** A row of the CSV, from texts. */
export const InvitationRow = z.strictObject({
  email: emailText(),
  name: lineText(NAME_LENGTH_MAX).optional(),
  /** Handle. */
  program: idText().optional(),
  /** Name or id. */
  tier: idText().optional(),
  code: codeText().optional(),
  discount_percent: z.coerce.number().pipe(discountPercent()).optional(),
})
