import { Badge, InlineTip, Table, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { Money } from "../../../../components/money"
import { Section, SectionEmpty } from "../../../../components/section"
import { useFormat } from "../../../../lib/format"
import type { AffiliateDetail } from "../../../../types"

const ACCOUNTS = ["pending", "available", "requested", "paid"] as const

/** What the affiliate has, in each currency, and what it owes. */
export const BalancesSection = ({
  affiliate: { name, balances },
}: {
  affiliate: AffiliateDetail
}) => {
  const { t } = useTranslation("affiliate")
  const { money, list, currencyName } = useFormat()
  const sorted = balances.toSorted((a, b) =>
    a.currency_code < b.currency_code ? -1 : 1
  )
  const debts = sorted.filter(({ available }) => available < 0)

  return (
    <Section title={t("affiliates.balances.title")}>
      {debts.length > 0 && (
        <div className="px-6 py-4">
          <InlineTip
            variant="warning"
            label={t("affiliates.balances.debtNotice", {
              name,
              sums: list(
                debts.map(({ available, currency_code }) =>
                  money(-available, currency_code)
                )
              ),
            })}
          >
            {t("affiliates.balances.debtHint")}
          </InlineTip>
        </div>
      )}
      {sorted.length === 0 ? (
        <SectionEmpty>{t("affiliates.balances.empty")}</SectionEmpty>
      ) : (
        <div className="overflow-x-auto rounded-b-lg">
          <Table>
            <Table.Header className="border-t-0">
              <Table.Row>
                <Table.HeaderCell>
                  {t("affiliates.balances.currency")}
                </Table.HeaderCell>
                {ACCOUNTS.map((account) => (
                  <Table.HeaderCell key={account} className="text-right">
                    <Tooltip content={t(`affiliates.balances.${account}Hint`)}>
                      <span className="cursor-help">
                        {t(`affiliates.balances.${account}`)}
                      </span>
                    </Tooltip>
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Header>
            <Table.Body className="border-b-0 [&_tr:last-child]:border-b-0">
              {sorted.map((balance) => (
                <Table.Row key={balance.currency_code}>
                  <Table.Cell>
                    <Tooltip content={currencyName(balance.currency_code)}>
                      <span>{balance.currency_code.toUpperCase()}</span>
                    </Tooltip>
                  </Table.Cell>
                  {ACCOUNTS.map((account) => (
                    <Table.Cell key={account} className="text-right">
                      <span className="inline-flex items-center gap-x-2">
                        {account === "available" && balance.available < 0 && (
                          <Badge size="2xsmall" color="red">
                            {t("affiliates.balances.debt")}
                          </Badge>
                        )}
                        <Money
                          amount={balance[account]}
                          currencyCode={balance.currency_code}
                          className={
                            account === "available" && balance.available > 0
                              ? "txt-compact-small-plus text-ui-fg-base"
                              : undefined
                          }
                        />
                      </span>
                    </Table.Cell>
                  ))}
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
    </Section>
  )
}
