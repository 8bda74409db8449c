import { StatusBadge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { Money } from "../../../components/money"
import { TextLink } from "../../../components/text-link"
import { useFormat } from "../../../lib/format"
import { paths } from "../../../lib/paths"
import type { TaxReportRow } from "../../../types"

/** By affiliate and currency: what was paid, the form on file, and whether a 1099-NEC is due and why. */
export const ReportTable = ({ rows }: { rows: TaxReportRow[] }) => {
  const { t } = useTranslation("affiliate")
  return (
    <div className="overflow-x-auto rounded-b-lg">
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>
              {t("tax.report.columns.affiliate")}
            </Table.HeaderCell>
            <Table.HeaderCell className="text-right">
              {t("tax.report.columns.payouts")}
            </Table.HeaderCell>
            <Table.HeaderCell className="text-right">
              {t("tax.report.columns.net")}
            </Table.HeaderCell>
            <Table.HeaderCell>{t("tax.report.columns.form")}</Table.HeaderCell>
            <Table.HeaderCell>{t("tax.report.columns.due")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {rows.map((row) => (
            <ReportRow
              key={`${row.affiliate_id}/${row.currency_code}`}
              row={row}
            />
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

const ReportRow = ({ row }: { row: TaxReportRow }) => {
  const { t } = useTranslation("affiliate")
  const { money, number } = useFormat()
  const { currency_code } = row
  return (
    <Table.Row className="[&>td]:py-3">
      <Table.Cell>
        <TextLink to={paths.affiliate(row.affiliate_id)}>{row.name}</TextLink>
        {row.legal_name && row.legal_name !== row.name && (
          <Note>{row.legal_name}</Note>
        )}
      </Table.Cell>
      <Table.Cell className="text-right tabular-nums">
        {number(row.payouts)}
      </Table.Cell>
      <Table.Cell className="text-right">
        <Money amount={row.net} currencyCode={currency_code} />
        {row.returned > 0 && (
          <Note>
            {t("tax.report.columns.returned", {
              amount: money(row.returned, currency_code),
            })}
          </Note>
        )}
      </Table.Cell>
      <Table.Cell>
        {row.form ? t(`tax.form.${row.form}`) : t("tax.state.missing")}
        {row.form_state === "expired" && <Note>{t("tax.state.expired")}</Note>}
        {row.tin_masked && <Note>{row.tin_masked}</Note>}
      </Table.Cell>
      <Table.Cell>
        <StatusBadge color={row.form_1099_nec_due ? "orange" : "grey"}>
          {t(row.form_1099_nec_due ? "tax.report.due" : "tax.report.notDue")}
        </StatusBadge>
        <Note>{t(`tax.report.reason.${row.form_1099_nec_reason}`)}</Note>
        {row.backup_withholding && (
          <Note>
            {t("tax.report.withholding", {
              amount: money(row.backup_withholding_amount, currency_code),
            })}
          </Note>
        )}
      </Table.Cell>
    </Table.Row>
  )
}

const Note = ({ children }: { children: string }) => (
  <Text size="small" leading="compact" className="text-ui-fg-muted">
    {children}
  </Text>
)
