import { Table, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFormat } from "../lib/format"
import { ACCOUNTS, movementsOf, standOf } from "../lib/movements"
import type { Entry } from "../types"
import { Money } from "./money"
import { Section, SectionEmpty } from "./section"

type LedgerTableProps = {
  /** Of one currency, oldest first. */
  entries: Entry[]
  currencyCode: string
  /**
   * Whose sums stand below: where a commission's money is, or what a payout
   * has moved in all.
   */
  of: "commission" | "payout"
}

/**
 * The movements of one commission or payout, an account a column, and below
 * them where the money stands: every column adds up.
 */
export const LedgerTable = ({
  entries,
  currencyCode,
  of,
}: LedgerTableProps) => {
  const { t } = useTranslation("affiliate")
  const { dateTime } = useFormat()
  const accounts = ACCOUNTS.filter((account) =>
    entries.some((entry) => entry.account === account)
  )
  const stand = standOf(entries, currencyCode)

  return (
    <Section
      title={t("commissions.ledger.title")}
      description={t("commissions.ledger.description")}
    >
      {entries.length ? (
        <div className="overflow-x-auto rounded-b-lg">
          <Table>
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell>
                  {t("commissions.ledger.movement")}
                </Table.HeaderCell>
                <Table.HeaderCell>
                  {t("commissions.ledger.when")}
                </Table.HeaderCell>
                {accounts.map((account) => (
                  <Table.HeaderCell key={account} className="text-right">
                    {t(`commissions.ledger.account.${account}`)}
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {movementsOf(entries, currencyCode).map((movement) => (
                <Table.Row key={movement.id}>
                  <Table.Cell className="whitespace-nowrap">
                    {t(`commissions.ledger.type.${movement.type}`)}
                  </Table.Cell>
                  <Table.Cell className="text-ui-fg-muted whitespace-nowrap">
                    {dateTime(movement.at)}
                  </Table.Cell>
                  {accounts.map((account) => (
                    <Table.Cell key={account} className="text-right">
                      <Signed
                        amount={movement.amounts[account]}
                        currencyCode={currencyCode}
                      />
                    </Table.Cell>
                  ))}
                </Table.Row>
              ))}
              <Table.Row className="bg-ui-bg-subtle hover:bg-ui-bg-subtle border-b-0">
                <Table.Cell className="txt-compact-small-plus text-ui-fg-base whitespace-nowrap">
                  {of === "commission"
                    ? t("commissions.ledger.now")
                    : t("commissions.ledger.inAll")}
                </Table.Cell>
                <Table.Cell />
                {accounts.map((account) => (
                  <Table.Cell
                    key={account}
                    className="txt-compact-small-plus text-ui-fg-base text-right"
                  >
                    {of === "commission" ? (
                      <Money
                        amount={stand[account]}
                        currencyCode={currencyCode}
                      />
                    ) : (
                      <Signed
                        amount={stand[account]}
                        currencyCode={currencyCode}
                      />
                    )}
                  </Table.Cell>
                ))}
              </Table.Row>
            </Table.Body>
          </Table>
        </div>
      ) : (
        <SectionEmpty>{t("commissions.ledger.empty")}</SectionEmpty>
      )}
    </Section>
  )
}

type SignedProps = { amount: number | undefined; currencyCode: string }

/** What came in has a plus, what went out a minus; an untouched account is empty. */
const Signed = ({ amount, currencyCode }: SignedProps) => {
  const { money } = useFormat()
  if (!amount) {
    return null
  }
  return (
    <span
      className={clx(
        "whitespace-nowrap tabular-nums",
        amount > 0 ? "text-ui-fg-base" : "text-ui-fg-muted"
      )}
    >
      {amount > 0 ? "+" : "-"}
      {money(Math.abs(amount), currencyCode)}
    </span>
  )
}
