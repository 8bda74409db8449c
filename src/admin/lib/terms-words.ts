import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import type {
  CommissionType,
  CurrencyAmount,
  ProgramTerms,
  TierRequirement,
} from "../types"
import { useFormat } from "./format"

type Rate = Pick<
  ProgramTerms,
  "commission_type" | "commission_value" | "fixed_values"
>

/** Terms of programs, tiers and affiliates in plain words. */
export function useTermsWords() {
  const { t } = useTranslation("affiliate")
  const format = useFormat()

  return useMemo(() => {
    const amounts = (values: CurrencyAmount[]) =>
      values
        .map(({ amount, currency_code }) => format.money(amount, currency_code))
        .join(" · ")

    /** A fixed program that lists no currency pays its value in any. */
    const fixed = ({ commission_value, fixed_values }: Rate) =>
      fixed_values.length
        ? amounts(fixed_values)
        : t("programs.rate.anyCurrency", {
            amount: format.number(commission_value),
          })

    return {
      amounts,
      days: (count: number) => t("programs.days", { count }),
      months: (count: number) => t("programs.months", { count }),

      /** `20 %`, `$5.00 / item` – where there is little room. */
      rateShort: (rate: Rate) => {
        switch (rate.commission_type) {
          case "percentage":
            return format.percent(rate.commission_value)
          case "fixed_per_item":
            return t("programs.rate.short.perItem", { amounts: fixed(rate) })
          case "fixed_per_order":
            return t("programs.rate.short.perOrder", { amounts: fixed(rate) })
        }
      },

      /** A tier's own value in a program of this type. */
      tierRate: (type: CommissionType, value: number) => {
        switch (type) {
          case "percentage":
            return format.percent(value)
          case "fixed_per_item":
            return t("programs.rate.short.perItem", {
              amounts: format.number(value),
            })
          case "fixed_per_order":
            return t("programs.rate.short.perOrder", {
              amounts: format.number(value),
            })
        }
      },

      /** What is earned, and on what, as a sentence. */
      rateSentence: (terms: ProgramTerms) => {
        switch (terms.commission_type) {
          case "percentage":
            return t("programs.terms.ratePercentage", {
              percent: format.percent(terms.commission_value),
              base: t(`programs.terms.${baseKey(terms)}`),
            })
          case "fixed_per_item":
            return t("programs.terms.rateItem", { amounts: fixed(terms) })
          case "fixed_per_order":
            return t("programs.terms.rateOrder", { amounts: fixed(terms) })
        }
      },

      requirement: (requirement: TierRequirement) => {
        const { metric, threshold, currency_code, window_days } = requirement
        const what = t(`programs.tiers.requirement.${metric}`, {
          count: threshold,
          value: currency_code
            ? format.money(threshold, currency_code)
            : format.number(threshold),
        })
        return window_days === null
          ? t("programs.tiers.requirement.ever", { what })
          : t("programs.tiers.requirement.within", {
              what,
              count: window_days,
            })
      },
    }
  }, [t, format])
}

function baseKey({
  include_shipping,
  include_tax,
}: Pick<ProgramTerms, "include_shipping" | "include_tax">) {
  if (include_shipping) {
    return include_tax ? "baseShippingTax" : "baseShipping"
  }
  return include_tax ? "baseTax" : "baseGoods"
}
