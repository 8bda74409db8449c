import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"

import { Money } from "../../../../components/money"
import { Section, SectionEmpty } from "../../../../components/section"
import { addAmounts } from "../../../../lib/amounts"
import { paths } from "../../../../lib/paths"
import type { PayoutDetail } from "../../../../types"

/** The commissions that a payout pays, adding up to its amount. */
export const ItemsSection = ({ payout }: { payout: PayoutDetail }) => {
  const { t } = useTranslation("affiliate")
  const navigate = useNavigate()
  const { items, currency_code: currencyCode } = payout

  return (
    <Section title={t("payouts.items.title")}>
      {items.length ? (
        <div className="overflow-x-auto rounded-b-lg">
          <Table>
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell>{t("payouts.items.order")}</Table.HeaderCell>
                <Table.HeaderCell>{t("payouts.items.kind")}</Table.HeaderCell>
                <Table.HeaderCell className="text-right">
                  {t("payouts.items.commission")}
                </Table.HeaderCell>
                <Table.HeaderCell className="text-right">
                  {t("payouts.items.amount")}
                </Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {items.map((item) => (
                <Table.Row
                  key={item.id}
                  className="cursor-pointer"
                  onClick={() => navigate(paths.commission(item.commission_id))}
                >
                  <Table.Cell className="whitespace-nowrap">
                    <Link
                      to={paths.commission(item.commission_id)}
                      onClick={(event) => event.stopPropagation()}
                    >
                      {item.commission.order_display_id === null
                        ? "–"
                        : `#${item.commission.order_display_id}`}
                    </Link>
                  </Table.Cell>
                  <Table.Cell className="whitespace-nowrap">
                    {t(`commissions.kind.${item.commission.kind}`)}
                    {item.amount < 0 && (
                      <span className="text-ui-fg-muted">
                        {" · "}
                        {t("payouts.items.debt")}
                      </span>
                    )}
                  </Table.Cell>
                  <Table.Cell className="text-right">
                    <Money
                      amount={item.commission.amount}
                      currencyCode={currencyCode}
                    />
                  </Table.Cell>
                  <Table.Cell className="text-right">
                    <Money amount={item.amount} currencyCode={currencyCode} />
                  </Table.Cell>
                </Table.Row>
              ))}
              <Table.Row className="bg-ui-bg-subtle hover:bg-ui-bg-subtle txt-compact-small-plus text-ui-fg-base border-b-0">
                <Table.Cell>{t("payouts.items.total")}</Table.Cell>
                <Table.Cell />
                <Table.Cell />
                <Table.Cell className="text-right">
                  <Money
                    amount={addAmounts(
                      items.map((item) => item.amount),
                      currencyCode
                    )}
                    currencyCode={currencyCode}
                  />
                </Table.Cell>
              </Table.Row>
            </Table.Body>
          </Table>
        </div>
      ) : (
        <SectionEmpty>{t("payouts.items.empty")}</SectionEmpty>
      )}
    </Section>
  )
}
