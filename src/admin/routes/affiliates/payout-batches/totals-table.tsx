import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { Money } from "../../../components/money"
import { addAmounts } from "../../../lib/amounts"
import { useDestinationWords } from "../../../lib/destination-words"
import { useFormat } from "../../../lib/format"
import type { PayoutBatchTotal } from "../../../types"

/** How many payouts go by each method, and how much money. */
export const TotalsTable = ({ totals }: { totals: PayoutBatchTotal[] }) => {
  const { t } = useTranslation("affiliate")
  const { provider: providerName } = useDestinationWords()
  const { number } = useFormat()
  return (
    <div className="overflow-x-auto rounded-b-lg">
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{t("payouts.fields.provider")}</Table.HeaderCell>
            <Table.HeaderCell className="text-right">
              {t("payoutBatches.fields.count")}
            </Table.HeaderCell>
            <Table.HeaderCell className="text-right">
              {t("payoutBatches.fields.amount")}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {totals.map((total) => (
            <Table.Row key={total.provider}>
              <Table.Cell>{providerName(total.provider)}</Table.Cell>
              <Table.Cell className="text-right">
                {number(total.count)}
              </Table.Cell>
              <Table.Cell className="text-right">
                <Money
                  amount={total.amount}
                  currencyCode={total.currency_code}
                />
              </Table.Cell>
            </Table.Row>
          ))}
          {totals.length > 1 && <SumRow totals={totals} />}
        </Table.Body>
      </Table>
    </div>
  )
}

/** All methods together: a batch has one currency. */
const SumRow = ({ totals }: { totals: PayoutBatchTotal[] }) => {
  const { t } = useTranslation("affiliate")
  const { number } = useFormat()
  const currencyCode = totals[0].currency_code
  return (
    <Table.Row className="bg-ui-bg-subtle hover:bg-ui-bg-subtle txt-compact-small-plus text-ui-fg-base border-b-0">
      <Table.Cell>{t("payoutBatches.fields.total")}</Table.Cell>
      <Table.Cell className="text-right">
        {number(totals.reduce((sum, { count }) => sum + count, 0))}
      </Table.Cell>
      <Table.Cell className="text-right">
        <Money
          amount={addAmounts(
            totals.map(({ amount }) => amount),
            currencyCode
          )}
          currencyCode={currencyCode}
        />
      </Table.Cell>
    </Table.Row>
  )
}
