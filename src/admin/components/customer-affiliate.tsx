import { useTranslation } from "react-i18next"

import { useAffiliates } from "../hooks/affiliates"
import { useCustomerAttribution } from "../hooks/attributions"
import { paths } from "../lib/paths"
import { Section, SectionEmpty } from "./section"
import { AttributionRows } from "./attribution-rows"
import { SectionRow } from "./section-row"
import { RowsSkeleton } from "./skeletons"
import { AffiliateStatusBadge } from "./status-badges"
import { TextLink } from "./text-link"
import { WidgetError } from "./widget-error"

/** To which affiliate a customer belongs, and whether it is one itself. */
export const CustomerAffiliate = ({ customerId }: { customerId: string }) => {
  const { t } = useTranslation("affiliate")
  const attributions = useCustomerAttribution(customerId)
  const affiliates = useAffiliates({ customer_id: customerId })
  const { attribution } = attributions

  const content = () => {
    if (attributions.isError || affiliates.isError) {
      return (
        <WidgetError
          message={t("widgets.customer.error")}
          onRetry={() => {
            void attributions.refetch()
            void affiliates.refetch()
          }}
        />
      )
    }
    if (attribution === undefined || !affiliates.affiliates) {
      return <RowsSkeleton rows={2} />
    }
    return (
      <>
        {attribution ? (
          <AttributionRows attribution={attribution} />
        ) : (
          <SectionEmpty>{t("widgets.customer.unbound")}</SectionEmpty>
        )}
        {affiliates.affiliates.map((affiliate) => (
          <SectionRow
            key={affiliate.id}
            title={t("widgets.customer.isAffiliate")}
            value={
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <TextLink to={paths.affiliate(affiliate.id)}>
                  {affiliate.name}
                </TextLink>
                <AffiliateStatusBadge status={affiliate.status} />
              </span>
            }
          />
        ))}
      </>
    )
  }

  return <Section title={t("widgets.customer.title")}>{content()}</Section>
}
