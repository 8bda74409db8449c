import { ActionMenu } from "@medusajs/dashboard/components"
import { PencilSquare } from "@medusajs/icons"
import { Badge, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { SectionRow } from "../../../../components/section-row"
import { Section, SectionEmpty } from "../../../../components/section"
import { useDestinationWords } from "../../../../lib/destination-words"
import type { AffiliateDetail } from "../../../../types"

/** Where the affiliate's money goes, as far as it may be shown. */
export const PayoutMethodSection = ({
  affiliate: { payout_method: method, erased_at },
}: {
  affiliate: AffiliateDetail
}) => {
  const { t } = useTranslation("affiliate")
  const words = useDestinationWords()

  if (!method) {
    return (
      <Section
        title={t("affiliates.payoutMethod.title")}
        actions={
          !erased_at && (
            <Button size="small" variant="secondary" asChild>
              <Link to="payout-method">{t("affiliates.payoutMethod.add")}</Link>
            </Button>
          )
        }
      >
        <SectionEmpty>{t("affiliates.payoutMethod.empty")}</SectionEmpty>
      </Section>
    )
  }

  return (
    <Section
      title={t("affiliates.payoutMethod.title")}
      actions={
        <>
          <Badge size="2xsmall">{words.provider(method.provider)}</Badge>
          <ActionMenu
            groups={[
              {
                actions: [
                  {
                    icon: <PencilSquare />,
                    label: t("affiliates.payoutMethod.edit"),
                    to: "payout-method",
                  },
                ],
              },
            ]}
          />
        </>
      }
    >
      {words.rows(method.details_masked).map(({ key, label, value }) => (
        <SectionRow key={key} title={label} value={value} />
      ))}
    </Section>
  )
}
