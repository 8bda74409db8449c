import { Button, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"

import { DateText } from "../../../../components/date-text"
import { LoadError } from "../../../../components/load-error"
import { Money } from "../../../../components/money"
import { Section, SectionEmpty } from "../../../../components/section"
import { RowsSkeleton } from "../../../../components/skeletons"
import { PayoutStatusBadge } from "../../../../components/status-badges"
import { usePayouts } from "../../../../hooks/payouts"
import { paths } from "../../../../lib/paths"

const ROWS = 5

/** The affiliate's newest payouts; all of them are a click away. */
export const PayoutsSection = ({ affiliateId }: { affiliateId: string }) => {
  const { t } = useTranslation("affiliate")
  const navigate = useNavigate()
  const { payouts, count, error, refetch } = usePayouts({
    affiliate_id: affiliateId,
    limit: ROWS,
    order: "-created_at",
  })

  return (
    <Section
      title={t("affiliates.payouts.title")}
      actions={
        count > 0 && (
          <Button size="small" variant="secondary" asChild>
            <Link to={paths.payoutsOfAffiliate(affiliateId)}>
              {count > ROWS
                ? t("common.actions.showAllCount", { count })
                : t("common.actions.showAll")}
            </Link>
          </Button>
        )
      }
    >
      {error && !payouts ? (
        <LoadError error={error} onRetry={refetch} />
      ) : !payouts ? (
        <RowsSkeleton rows={2} />
      ) : payouts.length === 0 ? (
        <SectionEmpty>{t("affiliates.payouts.empty")}</SectionEmpty>
      ) : (
        <div className="overflow-x-auto rounded-b-lg">
          <Table>
            <Table.Header className="border-t-0">
              <Table.Row>
                <Table.HeaderCell>
                  {t("affiliates.payouts.number")}
                </Table.HeaderCell>
                <Table.HeaderCell>
                  {t("affiliates.payouts.date")}
                </Table.HeaderCell>
                <Table.HeaderCell>
                  {t("affiliates.payouts.status")}
                </Table.HeaderCell>
                <Table.HeaderCell className="text-right">
                  {t("affiliates.payouts.amount")}
                </Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body className="border-b-0 [&_tr:last-child]:border-b-0">
              {payouts.map((payout) => (
                <Table.Row
                  key={payout.id}
                  className="cursor-pointer"
                  onClick={() => navigate(paths.payout(payout.id))}
                >
                  <Table.Cell>
                    <Link to={paths.payout(payout.id)}>
                      #{payout.display_id}
                    </Link>
                  </Table.Cell>
                  <Table.Cell>
                    <DateText value={payout.created_at} />
                  </Table.Cell>
                  <Table.Cell>
                    <PayoutStatusBadge status={payout.status} />
                  </Table.Cell>
                  <Table.Cell className="text-right">
                    <Money
                      amount={payout.amount}
                      currencyCode={payout.currency_code}
                    />
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
    </Section>
  )
}
