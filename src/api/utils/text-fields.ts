import { z } from "@medusajs/framework/zod"

import { CODE_RULE, CODE_RULE_WORDS } from "../../modules/affiliate/domain/code"
import { says } from "./says"

const EMAIL_LENGTH_MAX = 254
const URL_LENGTH_MAX = 2048
const ID_LENGTH_MAX = 200

/** Postgres text holds everything but this. */
const holdable = (text: string): boolean => !text.includes("\u0000")

/** Words on one line, trimmed, not empty. */
export const lineText = (length_max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(length_max)
    .regex(/^\P{Cc}*$/u, says("must be one line of text"))

/** Words that may run over lines, trimmed, not empty. */
export const longText = (length_max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(length_max)
    .refine(holdable, says("has a character that cannot be kept"))

/** The id of something; whether it exists is asked later. */
export const idText = () => lineText(ID_LENGTH_MAX)

/** An affiliate's code, kept as written. */
export const codeText = () =>
  z.string().trim().regex(CODE_RULE, says(CODE_RULE_WORDS))

/** An e-mail address, kept as written and compared in lower case. */
export const emailText = () =>
  z
    .string()
    .trim()
    .max(EMAIL_LENGTH_MAX)
    .pipe(z.email(says("must be an e-mail address")))

/** An address of the web; nothing that a browser would run. */
export const webAddress = () =>
  lineText(URL_LENGTH_MAX).pipe(
    z.url({
      protocol: /^https?$/,
      ...says("must be an address that begins with http:// or https://"),
    })
  )

/** A country in two letters, in any letter case. */
export const countryCode = () =>
  z
    .string()
    .trim()
    .regex(/^[A-Za-z]{2}$/, says("must be a country code of two letters"))
    .transform((code) => code.toLowerCase())
