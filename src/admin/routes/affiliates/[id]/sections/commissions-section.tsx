import { Button, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"

import { CommissionState } from "../../../../components/commission-state"
import { DateText } from "../../../../components/date-text"
import { LoadError } from "../../../../components/load-error"
import { Money } from "../../../../components/money"
import { Section, SectionEmpty } from "../../../../components/section"
import { RowsSkeleton } from "../../../../components/skeletons"
import { useCommissions } from "../../../../hooks/commissions"
import { paths } from "../../../../lib/paths"

const ROWS = 5

/** The affiliate's newest commissions; all of them are a click away. */
export const CommissionsSection = ({
  affiliateId,
}: {
  affiliateId: string
}) => {
  const { t } = useTranslation("affiliate")
  const navigate = useNavigate()
  const { commissions, count, error, refetch } = useCommissions({
    affiliate_id: affiliateId,
    limit: ROWS,
    order: "-created_at",
  })

  return (
    <Section
      title={t("affiliates.commissions.title")}
      actions={
        count > 0 && (
          <Button size="small" variant="secondary" asChild>
            <Link to={paths.commissionsOfAffiliate(affiliateId)}>
              {count > ROWS
                ? t("common.actions.showAllCount", { count })
                : t("common.actions.showAll")}
            </Link>
          </Button>
        )
      }
    >
      {error && !commissions ? (
        <LoadError error={error} onRetry={refetch} />
      ) : !commissions ? (
        <RowsSkeleton />
      ) : commissions.length === 0 ? (
        <SectionEmpty>{t("affiliates.commissions.empty")}</SectionEmpty>
      ) : (
        <div className="overflow-x-auto rounded-b-lg">
          <Table>
            <Table.Header className="border-t-0">
              <Table.Row>
                <Table.HeaderCell>
                  {t("affiliates.commissions.order")}
                </Table.HeaderCell>
                <Table.HeaderCell>
                  {t("affiliates.commissions.kind")}
                </Table.HeaderCell>
                <Table.HeaderCell>
                  {t("affiliates.commissions.date")}
                </Table.HeaderCell>
                <Table.HeaderCell>
                  {t("affiliates.commissions.status")}
                </Table.HeaderCell>
                <Table.HeaderCell className="text-right">
                  {t("affiliates.commissions.amount")}
                </Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body className="border-b-0 [&_tr:last-child]:border-b-0">
              {commissions.map((commission) => (
                <Table.Row
                  key={commission.id}
                  className="cursor-pointer"
                  onClick={() => navigate(paths.commission(commission.id))}
                >
                  <Table.Cell>
                    <Link to={paths.commission(commission.id)}>
                      {commission.order_display_id
                        ? `#${commission.order_display_id}`
                        : "–"}
                    </Link>
                  </Table.Cell>
                  <Table.Cell>
                    {t(`commissions.kind.${commission.kind}`)}
                  </Table.Cell>
                  <Table.Cell>
                    <DateText value={commission.created_at} />
                  </Table.Cell>
                  <Table.Cell>
                    <CommissionState commission={commission} />
                  </Table.Cell>
                  <Table.Cell className="text-right">
                    <Money
                      amount={commission.amount}
                      currencyCode={commission.currency_code}
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
