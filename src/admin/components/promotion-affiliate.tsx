import { useTranslation } from "react-i18next"

import { useAffiliates } from "../hooks/affiliates"
import { useFormat } from "../lib/format"
import { paths } from "../lib/paths"
import type { Affiliate, AffiliateCode } from "../types"
import { Section } from "./section"
import { SectionRow } from "./section-row"
import { AffiliateStatusBadge } from "./status-badges"
import { TextLink } from "./text-link"
import { WidgetError } from "./widget-error"

/**
 * Whose code a promotion is. Nothing for the store's other promotions, and
 * nothing until it is known, so that their pages do not flicker.
 */
export const PromotionAffiliate = ({
  promotionId,
}: {
  promotionId: string
}) => {
  const { t } = useTranslation("affiliate")
  const { date, percent } = useFormat()
  const { affiliates, isError, refetch } = useAffiliates({
    promotion_id: promotionId,
    limit: 1,
  })

  if (isError) {
    return (
      <Section title={t("widgets.promotion.title")}>
        <WidgetError
          message={t("widgets.promotion.error")}
          onRetry={() => refetch()}
        />
      </Section>
    )
  }
  const affiliate = affiliates?.[0]
  const code = affiliate?.codes.find(
    ({ promotion_id }) => promotion_id === promotionId
  )
  if (!affiliate || !code) {
    return null
  }
  return (
    <Section
      title={t("widgets.promotion.title")}
      description={
        earns(affiliate, code) ? t("widgets.promotion.hint") : undefined
      }
      actions={<AffiliateStatusBadge status={affiliate.status} />}
    >
      <SectionRow
        title={t("widgets.promotion.belongsTo")}
        value={
          <TextLink to={paths.affiliate(affiliate.id)}>
            {affiliate.name}
          </TextLink>
        }
      />
      <SectionRow
        title={t("widgets.promotion.code")}
        value={
          code.retired_at
            ? `${code.code} · ${t("widgets.promotion.retired", { date: date(code.retired_at) })}`
            : code.code
        }
      />
      {code.discount_percent !== null && (
        <SectionRow
          title={t("widgets.promotion.discount")}
          value={percent(code.discount_percent)}
        />
      )}
    </Section>
  )
}

/** Whether an order with this code would be credited today. */
function earns(affiliate: Affiliate, code: AffiliateCode): boolean {
  return affiliate.status === "approved" && !code.retired_at
}
