import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { Money } from "../../../../components/money"
import { useAffiliate } from "../../../../hooks/affiliates"
import { addAmounts } from "../../../../lib/amounts"

type BalanceAfterProps = {
  affiliateId: string
  currencyCode: string
  /** In major units, signed. */
  change: number
}

/** What is available before and after, so that a debt is no surprise. */
export const BalanceAfter = ({
  affiliateId,
  currencyCode,
  change,
}: BalanceAfterProps) => {
  const { t } = useTranslation("affiliate")
  const { affiliate } = useAffiliate(affiliateId)
  if (!affiliate) {
    return null
  }
  const available =
    affiliate.balances.find((balance) => balance.currency_code === currencyCode)
      ?.available ?? 0

  return (
    <div className="bg-ui-bg-component shadow-elevation-card-rest flex items-center justify-between gap-x-4 rounded-lg px-4 py-3">
      <Text size="small" leading="compact" className="text-ui-fg-subtle">
        {t("commissions.adjust.preview")}
      </Text>
      <Text size="small" leading="compact" weight="plus" className="text-right">
        <Money
          amount={available}
          currencyCode={currencyCode}
          className="text-ui-fg-muted font-normal"
        />
        <span className="text-ui-fg-muted px-2">→</span>
        <Money
          amount={addAmounts([available, change], currencyCode)}
          currencyCode={currencyCode}
        />
      </Text>
    </div>
  )
}
