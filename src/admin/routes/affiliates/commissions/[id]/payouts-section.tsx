import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { Money } from "../../../../components/money"
import { Section, SectionEmpty } from "../../../../components/section"
import { PayoutStatusBadge } from "../../../../components/status-badges"
import { paths } from "../../../../lib/paths"
import type { CommissionDetail } from "../../../../types"

/** The payouts that carry this commission, or parts of it. */
export const PayoutsSection = ({
  commission: { payouts, currency_code },
}: {
  commission: CommissionDetail
}) => {
  const { t } = useTranslation("affiliate")

  return (
    <Section title={t("commissions.payouts.title")}>
      {payouts.length ? (
        <div className="divide-y">
          {payouts.map((payout) => (
            <Link
              key={payout.id}
              to={paths.payout(payout.id)}
              className="hover:bg-ui-bg-base-hover transition-fg txt-compact-small flex items-center justify-between gap-x-4 px-6 py-4"
            >
              <span className="text-ui-fg-interactive">
                {t("payouts.number", { number: payout.display_id })}
              </span>
              <span className="flex items-center gap-x-3">
                <PayoutStatusBadge status={payout.status} />
                <Money amount={payout.amount} currencyCode={currency_code} />
              </span>
            </Link>
          ))}
        </div>
      ) : (
        <SectionEmpty>{t("commissions.payouts.empty")}</SectionEmpty>
      )}
    </Section>
  )
}
