import { z } from "@medusajs/framework/zod"

import {
  CHAPTER4_STATUSES,
  CLASSIFICATIONS,
  Classification,
  VAT_SCHEMES,
} from "../../../shared/tax-forms"
import { US_TIN_TYPES } from "../../../modules/affiliate/domain/tax/us-tin"
import { says } from "../../utils/says"
import { countryCode, lineText } from "../../utils/text-fields"

const NAME_LENGTH_MAX = 200
const LINE_LENGTH_MAX = 100
const NUMBER_LENGTH_MAX = 40
const WORDS_LENGTH_MAX = 500
/** Line 4 of W-9 knows codes 1 to 13. */
const EXEMPT_PAYEE_CODE_MAX = 13

const nameText = () => lineText(NAME_LENGTH_MAX)
const numberText = () => lineText(NUMBER_LENGTH_MAX)

const dayText = () =>
  z.iso
    .date(says("must be a day like 2026-11-20"))
    .refine(
      (day) => day >= "1900-01-01" && day <= "2999-12-31",
      says("must be a day like 2026-11-20")
    )

/** Percent with no more than two decimals. */
const percent = () =>
  z
    .number()
    .min(0)
    .max(100)
    .refine(
      (value) => Number(value.toFixed(2)) === value,
      says("must have no more than two decimals")
    )

const address = () =>
  z.strictObject({
    line_1: lineText(LINE_LENGTH_MAX),
    line_2: lineText(LINE_LENGTH_MAX).nullish(),
    city: lineText(LINE_LENGTH_MAX),
    region: lineText(LINE_LENGTH_MAX).nullish(),
    postal_code: lineText(NUMBER_LENGTH_MAX).nullish(),
    country_code: countryCode(),
  })

const treaty = () =>
  z.strictObject({
    country_code: countryCode(),
    article: numberText(),
    rate: percent(),
    income_type: lineText(LINE_LENGTH_MAX),
    conditions: lineText(WORDS_LENGTH_MAX).nullish(),
  })

const signature = () =>
  z.strictObject({
    name: nameText(),
    capacity: lineText(LINE_LENGTH_MAX).nullish(),
    date: dayText(),
    certified: z.boolean(),
  })

const classifications = [...new Set(Object.values(CLASSIFICATIONS).flat())]

/** What a form says; which of it belongs on which form is asked by `problemOfForm`. */
export const FileTaxForm = z.strictObject({
  form: z.enum(["w9", "w8ben", "w8bene", "vat"]),
  us_person: z.boolean().default(false),
  name: nameText(),
  business_name: nameText().nullish(),
  classification: z.enum(
    classifications as [Classification, ...Classification[]]
  ),
  address: address(),
  country_code: countryCode(),
  citizenship_code: countryCode().nullish(),
  date_of_birth: dayText().nullish(),
  tin_type: z.enum(US_TIN_TYPES).nullish(),
  tin: numberText().nullish(),
  foreign_tin: numberText().nullish(),
  foreign_tin_not_required: z.boolean().optional(),
  exempt_payee_code: z
    .number()
    .int()
    .min(1)
    .max(EXEMPT_PAYEE_CODE_MAX)
    .nullish(),
  subject_to_backup_withholding: z.boolean().optional(),
  chapter4_status: z.enum(CHAPTER4_STATUSES).nullish(),
  treaty: treaty().nullish(),
  vat_id: numberText().nullish(),
  vat_scheme: z.enum(VAT_SCHEMES).nullish(),
  vat_rate: percent().nullish(),
  self_billing: z.boolean().optional(),
  signature: signature(),
})
export type FileTaxFormType = z.infer<typeof FileTaxForm>
