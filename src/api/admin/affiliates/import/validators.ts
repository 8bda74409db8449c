import { z } from "@medusajs/framework/zod"

import { percentage } from "../../../utils/terms-fields"
import {
  codeText,
  countryCode,
  emailText,
  idText,
  lineText,
  longText,
  webAddress,
} from "../../../utils/text-fields"
import { AFFILIATE_STATUSES } from "../validators"

const NAME_LENGTH_MAX = 200
const CSV_LENGTH_MAX = 2_000_000
export const IMPORT_ROWS_MAX = 1000

export const AdminImportAffiliates = z.strictObject({
  csv: longText(CSV_LENGTH_MAX),
})
export type AdminImportAffiliatesType = z.infer<typeof AdminImportAffiliates>

/** What an import takes and an export gives. */
export const AFFILIATE_COLUMNS = [
  "name",
  "email",
  "code",
  "discount_percent",
  "program",
  "tier",
  "parent_email",
  "country_code",
  "website",
  "commission_percent",
  "status",
] as const

/** A row, from texts. */
export const AffiliateRow = z.strictObject({
  name: lineText(NAME_LENGTH_MAX),
  email: emailText(),
  code: codeText().optional(),
  discount_percent: z.coerce.number().pipe(percentage().gt(0)).optional(),
  /** Handle. */
  program: idText().optional(),
  /** Name or id. */
  tier: idText().optional(),
  parent_email: emailText().optional(),
  country_code: countryCode().optional(),
  website: webAddress().optional(),
  commission_percent: z.coerce.number().pipe(percentage()).optional(),
  status: z.enum(AFFILIATE_STATUSES).optional(),
})
