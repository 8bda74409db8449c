import { z } from "@medusajs/framework/zod"

import {
  OPTIONAL_EMAILS,
  OptionalEmail,
} from "../../modules/affiliate/domain/emails"
import { says } from "../utils/says"
import {
  codeText,
  countryCode,
  emailText,
  lineText,
  longText,
  webAddress,
} from "../utils/text-fields"

const NAME_LENGTH_MAX = 200
const CODE_LENGTH_MAX = 200
const HANDLE_LENGTH_MAX = 100
const TOKEN_LENGTH_MAX = 200
const VERSION_LENGTH_MAX = 64
const QUESTION_LENGTH_MAX = 500
const ANSWER_LENGTH_MAX = 5000
const ANSWERS_MAX = 50

const INVITATION_ALONE =
  "takes no 'program' and no 'referral_code' beside 'invitation_token'"

const answer = () =>
  z.union([
    longText(ANSWER_LENGTH_MAX),
    z.literal(""),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(longText(ANSWER_LENGTH_MAX)).max(ANSWERS_MAX),
  ])

const application = {
  name: lineText(NAME_LENGTH_MAX),
  /** The code they would like. */
  code: codeText().optional(),
  website: webAddress().optional(),
  country_code: countryCode().optional(),
  /** Handle of the program they apply to. */
  program: lineText(HANDLE_LENGTH_MAX).optional(),
  /** Any code of whoever referred them. */
  referral_code: longText(CODE_LENGTH_MAX).optional(),
  /** Of an invitation's link: whoever has one is approved at once, under the e-mail invited. */
  invitation_token: longText(TOKEN_LENGTH_MAX).optional(),
  answers: z
    .record(longText(QUESTION_LENGTH_MAX), answer())
    .refine(
      (answers) => Object.keys(answers).length <= ANSWERS_MAX,
      says(`has more than ${ANSWERS_MAX} answers`)
    )
    .optional(),
  /** Of the agreement they accept by applying. */
  agreement_version: z
    .union([lineText(VERSION_LENGTH_MAX), z.number()])
    .transform(String),
}

/** An invitation says which program and below whom. */
const agreesWithInvitation = (application: {
  invitation_token?: string
  program?: string
  referral_code?: string
}): boolean =>
  application.invitation_token === undefined ||
  (application.program === undefined && application.referral_code === undefined)

export const AffiliateRegister = z
  .strictObject({
    ...application,
    email: emailText().optional(),
  })
  .refine(agreesWithInvitation, says(INVITATION_ALONE))
  .refine(
    ({ email, invitation_token }) => email ?? invitation_token,
    says("needs the field 'email'")
  )
export type AffiliateRegisterType = z.infer<typeof AffiliateRegister>

/** A customer's e-mail is known. */
export const StoreApplyAsAffiliate = z
  .strictObject({
    ...application,
    email: emailText().optional(),
  })
  .refine(agreesWithInvitation, says(INVITATION_ALONE))
export type StoreApplyAsAffiliateType = z.infer<typeof StoreApplyAsAffiliate>

/** What an affiliate may change alone; the e-mail is what self-referrals are known by. */
export const AffiliateUpdateProfile = z.strictObject({
  name: lineText(NAME_LENGTH_MAX).optional(),
  website: webAddress().nullable().optional(),
  country_code: countryCode().nullable().optional(),
  /** Whether they want these e-mails; one that is not named stays as it is. */
  emails: z
    .strictObject(
      Object.fromEntries(
        OPTIONAL_EMAILS.map((email) => [email, z.boolean().optional()])
      ) as Record<OptionalEmail, z.ZodOptional<z.ZodBoolean>>
    )
    .optional(),
})
export type AffiliateUpdateProfileType = z.infer<typeof AffiliateUpdateProfile>
