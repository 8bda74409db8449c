import { z } from "@medusajs/framework/zod"

import { says } from "./says"
import { longText } from "./text-fields"

/**
 * Larger amounts lose their smallest unit in a JSON number, for currencies with
 * three decimals.
 */
const AMOUNT_MAX = 1_000_000_000_000
const REASON_LENGTH_MAX = 500

/** A currency code in any letter case; whether Medusa knows it is asked later. */
export const currencyCode = () =>
  z
    .string()
    .trim()
    .regex(/^[A-Za-z]{3}$/, says("must be a currency code of three letters"))
    .transform((code) => code.toLowerCase())

/** Major units, more than nothing. */
export const positiveAmount = () =>
  z
    .number()
    .max(AMOUNT_MAX)
    // Not `positive()`: Medusa words its refusal as "at least 0".
    .refine((amount) => amount > 0, says("must be more than 0"))

/** Major units, up or down, not nothing. */
export const signedAmount = () =>
  z
    .number()
    .min(-AMOUNT_MAX)
    .max(AMOUNT_MAX)
    .refine((amount) => amount !== 0, says("must not be 0"))

/** Words of a person that are kept and shown. */
export const reasonText = () => longText(REASON_LENGTH_MAX)
