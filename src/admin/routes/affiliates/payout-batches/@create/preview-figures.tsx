import { Alert, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { Money } from "../../../../components/money"
import { paths } from "../../../../lib/paths"
import type { PayoutBatchPreview } from "../../../../types"
import { TotalsTable } from "../totals-table"

/** Who is not due is named to this many; the rest is counted. */
const SHOWN_MAX = 50

type PreviewFiguresProps = {
  preview: PayoutBatchPreview | undefined
  error: Error | null
}

/** What a batch would pay by each method, and who has money that it would not pay, and why. */
export const PreviewFigures = ({ preview, error }: PreviewFiguresProps) => {
  const { t } = useTranslation("affiliate")
  if (error) {
    return <Alert variant="error">{error.message}</Alert>
  }
  if (!preview) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("payoutBatches.preview.loading")}
      </Text>
    )
  }
  const { not_due: notDue, not_due_count: count } = preview
  const more = count - Math.min(notDue.length, SHOWN_MAX)

  return (
    <>
      {preview.item_count ? (
        <TotalsTable totals={preview.totals} />
      ) : (
        <Alert variant="info">{t("payoutBatches.preview.nobody")}</Alert>
      )}
      {count > 0 && (
        <div className="flex flex-col gap-y-2">
          <Text size="small" weight="plus">
            {t("payoutBatches.preview.notDue", { count })}
          </Text>
          <div className="overflow-x-auto">
            <Table>
              <Table.Body>
                {notDue.slice(0, SHOWN_MAX).map((row) => (
                  <Table.Row key={row.affiliate_id}>
                    <Table.Cell className="whitespace-nowrap">
                      <Link to={paths.affiliate(row.affiliate_id)}>
                        {row.name}
                      </Link>
                    </Table.Cell>
                    {/* The words of the store, as the affiliate would be told. */}
                    <Table.Cell className="text-pretty py-2">
                      {row.message}
                    </Table.Cell>
                    <Table.Cell className="text-right">
                      <Money
                        amount={row.available}
                        currencyCode={preview.currency_code}
                      />
                    </Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          </div>
          {more > 0 && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("payoutBatches.preview.more", { count: more })}
            </Text>
          )}
        </div>
      )}
    </>
  )
}
