import { z } from "@medusajs/framework/zod"

import {
  FORM_FIELDS_MAX,
  FORM_KEY_RULE,
} from "../../../modules/affiliate/domain/joining/form"
import { says } from "../../utils/says"
import { countryCode, lineText } from "../../utils/text-fields"

const LABEL_LENGTH_MAX = 500
const OPTION_LENGTH_MAX = 200
const OPTIONS_MAX = 100
const COUNTRIES_MAX = 250
const DOMAINS_MAX = 200
const DAYS_MAX = 3650

const formKey = () =>
  z
    .string()
    .regex(
      FORM_KEY_RULE,
      says("must have 1 to 50 lower case letters, digits and _ only")
    )

/** What somebody who applies is asked; what must hold between the fields is asked later. */
export const formFields = () =>
  z
    .array(
      z.strictObject({
        key: formKey(),
        label: lineText(LABEL_LENGTH_MAX),
        type: z.enum(["text", "choice", "url", "number"]),
        required: z.boolean().optional(),
        options: z
          .array(lineText(OPTION_LENGTH_MAX))
          .max(OPTIONS_MAX)
          .optional(),
      })
    )
    .max(FORM_FIELDS_MAX)

const domain = () =>
  z
    .string()
    .trim()
    .toLowerCase()
    .max(OPTION_LENGTH_MAX)
    .regex(
      /^[^\s@.]+(?:\.[^\s@.]+)+$/,
      says("must be a domain like example.com, without @")
    )

/** What a program wants of whoever applies, and what happens to everybody else. */
export const joinRequirements = () =>
  z.strictObject({
    countries: z.array(countryCode()).min(1).max(COUNTRIES_MAX).optional(),
    email_domains: z.array(domain()).min(1).max(DOMAINS_MAX).optional(),
    answers: z
      .array(
        z.strictObject({
          key: formKey(),
          values: z
            .array(
              z.union([
                lineText(OPTION_LENGTH_MAX),
                z.number().transform(String),
              ])
            )
            .min(1)
            .max(OPTIONS_MAX),
        })
      )
      .max(FORM_FIELDS_MAX)
      .optional(),
    otherwise: z.enum(["review", "reject"]),
  })

/** Days a rejected applicant waits before applying again; `0` = none. */
export const reapplyDays = () => z.number().int().min(0).max(DAYS_MAX)
