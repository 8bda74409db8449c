import { clx, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useSpeech } from "../../i18n/language"
import type { Balance, Dashboard } from "../../lib/types"

const ACCOUNTS = ["pending", "available", "requested", "paid"] as const

/** Where each account is explained row by row. */
const LEADS_TO = {
  pending: "/earnings?status=pending",
  available: "/payouts",
  requested: "/payouts",
  paid: "/payouts",
}

/** The money as the ledger has it, in the currency chosen. */
export function Balances({
  dashboard: { balances, currency_code },
}: {
  dashboard: Dashboard
}) {
  const { t } = useSpeech()
  const balance: Balance = balances.find(
    (one) => one.currency_code === currency_code
  ) ?? { currency_code, pending: 0, available: 0, requested: 0, paid: 0 }
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid grid-cols-2 gap-3 xl:grid-cols-4">
        {ACCOUNTS.map((account) => (
          <BalanceCard key={account} account={account} balance={balance} />
        ))}
      </dl>
      {balance.available < 0 && (
        <Text role="status" className="text-ui-fg-error">
          {t("dashboard.balances.debt")}
        </Text>
      )}
    </div>
  )
}

function BalanceCard({
  account,
  balance,
}: {
  account: (typeof ACCOUNTS)[number]
  balance: Balance
}) {
  const { t, format } = useSpeech()
  const amount = balance[account]
  const isMain = account === "available"
  return (
    <div
      data-balance={account}
      className={clx(
        "bg-ui-bg-base shadow-elevation-card-rest relative flex flex-col gap-1 overflow-hidden rounded-lg p-3 sm:p-4",
        isMain &&
          "before:absolute before:inset-x-0 before:top-0 before:h-1 before:bg-[var(--portal-accent)] before:content-['']"
      )}
    >
      <dt className="txt-compact-small-plus text-ui-fg-subtle">
        <Link to={LEADS_TO[account]} className="hover:underline">
          {t(`dashboard.balances.${account}`)}
        </Link>
      </dt>
      <dd className="order-first text-ui-fg-base break-words text-lg font-semibold tabular-nums sm:text-2xl">
        {format.money(amount, balance.currency_code)}
      </dd>
      <dd className="txt-small text-ui-fg-subtle">
        {t(`dashboard.balances.${account}Hint`)}
      </dd>
      {isMain && amount > 0 && (
        <dd className="txt-small mt-auto pt-1">
          <Link
            to="/payouts"
            className="text-ui-fg-base underline underline-offset-2"
          >
            {t("dashboard.balances.request")}
          </Link>
        </dd>
      )}
    </div>
  )
}
