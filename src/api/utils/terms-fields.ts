import { z } from "@medusajs/framework/zod"

import { fitsCurrency, toAmount } from "../../modules/affiliate/domain/money"
import { PERCENT_DIGITS_MAX } from "../../modules/affiliate/domain/program-rules"
import { currencyCode } from "./money-fields"
import { says } from "./says"

const RATE_MAX = 1_000_000_000_000
/** More currencies than there are. */
const AMOUNTS_MAX = 300

const fewDecimals = (value: number): boolean =>
  fitsCurrency(toAmount(value), PERCENT_DIGITS_MAX)

/** `20` for twenty percent. */
export const percentage = () =>
  z
    .number()
    .min(0)
    .max(100)
    .refine(fewDecimals, says(`has more than ${PERCENT_DIGITS_MAX} decimals`))

/** A percentage or an amount in major units, as the program's type says. */
export const rate = () =>
  z
    .number()
    .min(0)
    .max(RATE_MAX)
    .refine(fewDecimals, says(`has more than ${PERCENT_DIGITS_MAX} decimals`))

const isDistinct = (keys: string[]): boolean =>
  new Set(keys).size === keys.length

/** Amounts in major units, none negative, one a currency; the store's currencies are asked later. */
export const currencyAmounts = () =>
  z
    .array(
      z.strictObject({
        currency_code: currencyCode(),
        amount: z.number().min(0).max(RATE_MAX),
      })
    )
    .max(AMOUNTS_MAX)
    .refine(
      (amounts) => isDistinct(amounts.map((amount) => amount.currency_code)),
      says("names a currency twice")
    )

/** Thresholds in major units, several a currency, each once. */
export const currencyThresholds = (length_max: number) =>
  z
    .array(
      z.strictObject({
        currency_code: currencyCode(),
        amount: z.number().positive().max(RATE_MAX),
      })
    )
    .max(length_max)
    .refine(
      (thresholds) =>
        isDistinct(
          thresholds.map(
            ({ currency_code, amount }) => `${currency_code} ${amount}`
          )
        ),
      says("names a threshold twice")
    )
