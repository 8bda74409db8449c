import { z } from "@medusajs/framework/zod"
import type { TFunction } from "i18next"

import { currencyDigits } from "./format"

export type Translate = TFunction<"affiliate">

/**
 * Form fields hold what the person typed, as text. The rules below check that
 * text and say what is wrong in the dashboard's language; the readers turn it
 * into what the API takes.
 */

/** `7,5`, `7.5` and ` 7 ` are figures; grouped thousands are not. */
export function readDecimal(text: string): number | null {
  const plain = text.trim().replace(",", ".")
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** For an optional figure: nothing typed is `undefined`. */
export function readOptional(text: string): number | undefined {
  return readDecimal(text) ?? undefined
}

function decimalsOf(text: string): number {
  return text.trim().replace(",", ".").split(".")[1]?.length ?? 0
}

export const textRule = (t: Translate, max = 255) =>
  z
    .string()
    .trim()
    .min(1, t("common.form.required"))
    .max(max, t("common.form.tooLong", { max }))

export const emailRule = (t: Translate) =>
  textRule(t).regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, t("common.form.email"))

type FigureOptions = { optional?: boolean }

/** A percentage from 0 to 100 with at most four decimals. */
export const percentRule = (
  t: Translate,
  { optional, positive }: FigureOptions & { positive?: boolean } = {}
) =>
  z.string().superRefine((text, ctx) => {
    if (!text.trim()) {
      if (!optional) {
        ctx.addIssue({ code: "custom", message: t("common.form.required") })
      }
      return
    }
    const percent = readDecimal(text)
    const low = positive ? (percent ?? 0) <= 0 : (percent ?? 0) < 0
    if (percent === null || low || percent > 100) {
      ctx.addIssue({
        code: "custom",
        message: t(
          positive ? "common.form.percentPositive" : "common.form.percent"
        ),
      })
    } else if (decimalsOf(text) > 4) {
      ctx.addIssue({
        code: "custom",
        message: t("common.form.percentDecimals"),
      })
    }
  })

/** A whole number between two bounds, both of them allowed. */
export const wholeRule = (
  t: Translate,
  {
    optional,
    min = 0,
    max,
  }: FigureOptions & { min?: number; max?: number } = {}
) =>
  z.string().superRefine((text, ctx) => {
    if (!text.trim()) {
      if (!optional) {
        ctx.addIssue({ code: "custom", message: t("common.form.required") })
      }
      return
    }
    const value = readDecimal(text)
    const fail = (message: string) => ctx.addIssue({ code: "custom", message })
    if (value === null || !Number.isInteger(value)) {
      fail(t("common.form.wholeNumber"))
    } else if (value < min) {
      fail(t("common.form.min", { min }))
    } else if (max !== undefined && value > max) {
      fail(t("common.form.max", { max }))
    }
  })

/**
 * Why this text is no amount in this currency; `null` when it is one.
 *
 * @param zero Whether nothing is an amount, too.
 */
export function amountProblem(
  t: Translate,
  text: string,
  currencyCode: string,
  zero = false
): string | null {
  const amount = readDecimal(text)
  if (amount === null) {
    return t("common.form.amount")
  }
  if (amount < 0 || (amount === 0 && !zero)) {
    return zero
      ? t("common.form.min", { min: 0 })
      : t("common.form.amountPositive")
  }
  const digits = currencyDigits(currencyCode)
  return decimalsOf(text) > digits
    ? t("common.form.amountDigits", {
        count: digits,
        currency: currencyCode.toUpperCase(),
      })
    : null
}
