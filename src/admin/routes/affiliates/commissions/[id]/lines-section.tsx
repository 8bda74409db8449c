import { Alert, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { Money } from "../../../../components/money"
import { Section } from "../../../../components/section"
import { addAmounts } from "../../../../lib/amounts"
import { useFormat } from "../../../../lib/format"
import type { CommissionDetail } from "../../../../types"

type LinesSectionProps = { commission: CommissionDetail }

/** The order lines behind a commission, adding up to it. */
export const LinesSection = ({ commission }: LinesSectionProps) => {
  const { t } = useTranslation("affiliate")
  const { money, number } = useFormat()
  const { lines, currency_code: currencyCode } = commission

  // A hand-made commission has no order lines, and needs no empty table.
  if (!lines.length) {
    return null
  }
  const totalOf = (of: "base" | "amount") =>
    addAmounts(
      lines.map((line) => line[of]),
      currencyCode
    )
  const total = totalOf("amount")

  return (
    <Section
      title={t("commissions.lines.title")}
      description={t("commissions.lines.description")}
    >
      {total !== addAmounts([commission.amount], currencyCode) && (
        <div className="px-6 py-4">
          <Alert variant="error">
            {t("commissions.lines.mismatch", {
              lines: money(total, currencyCode),
              amount: money(commission.amount, currencyCode),
            })}
          </Alert>
        </div>
      )}
      <div className="overflow-x-auto rounded-b-lg">
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("commissions.lines.item")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">
                {t("commissions.lines.quantity")}
              </Table.HeaderCell>
              <Table.HeaderCell className="text-right">
                {t("commissions.lines.base")}
              </Table.HeaderCell>
              <Table.HeaderCell className="text-right">
                {t("commissions.lines.amount")}
              </Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {lines.map((line) => (
              <Table.Row key={line.id}>
                <Table.Cell
                  className="max-w-[360px] truncate"
                  title={line.title}
                >
                  {line.title}
                </Table.Cell>
                <Table.Cell className="text-right tabular-nums">
                  {number(line.quantity)}
                </Table.Cell>
                <Table.Cell className="text-right">
                  <Money amount={line.base} currencyCode={currencyCode} />
                </Table.Cell>
                <Table.Cell className="text-right">
                  <Money amount={line.amount} currencyCode={currencyCode} />
                </Table.Cell>
              </Table.Row>
            ))}
            <Table.Row className="bg-ui-bg-subtle hover:bg-ui-bg-subtle txt-compact-small-plus text-ui-fg-base border-b-0">
              <Table.Cell>{t("commissions.lines.total")}</Table.Cell>
              <Table.Cell />
              <Table.Cell className="text-right">
                <Money amount={totalOf("base")} currencyCode={currencyCode} />
              </Table.Cell>
              <Table.Cell className="text-right">
                <Money amount={total} currencyCode={currencyCode} />
              </Table.Cell>
            </Table.Row>
          </Table.Body>
        </Table>
      </div>
    </Section>
  )
}
