import { useTranslation } from "react-i18next"

import type { Commission, PinnedTerms } from "../types"
import { useFormat } from "./format"

/** Says in a few words what one commission was computed with. */
export function usePinnedTermsWords() {
  const { t } = useTranslation("affiliate")
  const { percent, money } = useFormat()

  return (
    terms: PinnedTerms,
    {
      level,
      affiliate_id,
      currency_code,
    }: Pick<Commission, "level" | "affiliate_id" | "currency_code">
  ): string => {
    const upper = terms.levels.find(
      (pinned) => pinned.level === level && pinned.affiliate_id === affiliate_id
    )
    if (upper) {
      const value = percent(Number(upper.percent))
      return upper.basis === "order"
        ? t("commissions.terms.levelOrder", { value })
        : t("commissions.terms.levelCommission", { value })
    }
    const value = Number(terms.commission_value)
    return t(`commissions.terms.${terms.commission_type}`, {
      value:
        terms.commission_type === "percentage"
          ? percent(value)
          : money(value, currency_code),
    })
  }
}
