import { InlineTip, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { useDestinationWords } from "../../../../lib/destination-words"
import { useFormat } from "../../../../lib/format"
import { paths } from "../../../../lib/paths"
import type { AffiliateDetail } from "../../../../types"

/** Where the money would go, or that nobody has said so yet. */
export const MethodOnFile = ({ affiliate }: { affiliate: AffiliateDetail }) => {
  const { t } = useTranslation("affiliate")
  const { provider: providerName } = useDestinationWords()
  const { dateTime } = useFormat()
  const method = affiliate.payout_method

  if (!method) {
    return (
      <InlineTip label={t("payouts.fields.provider")} variant="error">
        {t("payouts.create.noMethod")}{" "}
        <Link
          to={paths.affiliate(affiliate.id)}
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
        >
          {t("payouts.create.openAffiliate")}
        </Link>
      </InlineTip>
    )
  }
  if (method.cool_off_until) {
    return (
      <InlineTip label={providerName(method.provider)} variant="warning">
        {t("payouts.create.coolOff", {
          moment: dateTime(method.cool_off_until),
        })}
      </InlineTip>
    )
  }
  const { account_holder, iban, account_number } = method.details_masked
  return (
    <div className="bg-ui-bg-component shadow-elevation-card-rest flex items-center justify-between gap-x-4 rounded-lg px-4 py-3">
      <Text
        size="small"
        leading="compact"
        weight="plus"
        className="shrink-0 whitespace-nowrap"
      >
        {providerName(method.provider)}
      </Text>
      <Text
        size="small"
        leading="compact"
        className="text-ui-fg-subtle min-w-0 truncate"
      >
        {[iban ?? account_number, account_holder].filter(Boolean).join(" · ")}
      </Text>
    </div>
  )
}
