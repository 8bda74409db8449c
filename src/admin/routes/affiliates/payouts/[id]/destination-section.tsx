import { useTranslation } from "react-i18next"

import { SectionRow } from "../../../../components/section-row"
import { Section, SectionEmpty } from "../../../../components/section"
import { useDestinationWords } from "../../../../lib/destination-words"
import type { Payout } from "../../../../types"

/** Where the money goes, as far as it may be shown. */
export const DestinationSection = ({ payout }: { payout: Payout }) => {
  const { t } = useTranslation("affiliate")
  const rows = useDestinationWords().rows(payout.destination_masked)

  return (
    <Section
      title={t("payouts.destination.title")}
      description={t("payouts.destination.description")}
    >
      {rows.length ? (
        rows.map(({ key, label, value }) => (
          <SectionRow
            key={key}
            title={label}
            value={<span className="break-all">{value}</span>}
          />
        ))
      ) : (
        <SectionEmpty>{t("payouts.destination.empty")}</SectionEmpty>
      )}
    </Section>
  )
}
