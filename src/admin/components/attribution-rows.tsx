import { useTranslation } from "react-i18next"

import { useFormat } from "../lib/format"
import { paths } from "../lib/paths"
import type { AffiliateAttribution } from "../types"
import { DateText } from "./date-text"
import { SectionRow } from "./section-row"
import { TextLink } from "./text-link"

type AttributionRowsProps = { attribution: AffiliateAttribution }

/** The bond of a customer to an affiliate: by what, since when, until when. */
export const AttributionRows = ({ attribution }: AttributionRowsProps) => {
  const { t } = useTranslation("affiliate")
  const { date } = useFormat()
  const { affiliate, order_id, starts_at, ends_at } = attribution

  const until = () => {
    if (!ends_at) {
      return t("widgets.customer.forever")
    }
    return new Date(ends_at) < new Date()
      ? t("widgets.customer.ended", { date: date(ends_at) })
      : date(ends_at)
  }

  return (
    <>
      <SectionRow
        title={t("widgets.customer.boundTo")}
        value={
          <TextLink to={paths.affiliate(affiliate.id)}>
            {affiliate.name}
          </TextLink>
        }
      />
      <SectionRow
        title={t("widgets.customer.since")}
        value={<DateText value={starts_at} />}
      />
      <SectionRow title={t("widgets.customer.until")} value={until()} />
      <SectionRow
        title={t("widgets.customer.byOrder")}
        value={
          <TextLink to={paths.order(order_id)}>
            {t("widgets.customer.viewOrder")}
          </TextLink>
        }
      />
    </>
  )
}
