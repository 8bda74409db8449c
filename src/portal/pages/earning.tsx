import { Text } from "@medusajs/ui"
import { Link, useParams } from "react-router-dom"
import { TextLink } from "../components/action"
import { Box, PageTitle } from "../components/box"
import { useTabTitle } from "../components/brand-mark"
import { CommissionBadge } from "../components/state-badge"
import { Answered } from "../components/states"
import { useCommission } from "../hooks/answers"
import { useCommissionWords } from "../hooks/commission-words"
import { useSpeech } from "../i18n/language"
import type { Commission, Entry } from "../lib/types"

/** One commission: why it is that much, when it is there, and what happened to it. */
export function EarningPage() {
  const { id = "" } = useParams()
  const { t } = useSpeech()
  useTabTitle(t("earnings.title"))
  const query = useCommission(id)
  return (
    <>
      <Text size="small">
        <TextLink to="/earnings">{t("earnings.title")}</TextLink>
      </Text>
      <Answered query={query}>
        {({ commission }) => <Earning commission={commission} />}
      </Answered>
    </>
  )
}

function Earning({ commission }: { commission: Commission }) {
  const { t, format } = useSpeech()
  const words = useCommissionWords()
  const { amount, currency_code, status, entries } = commission
  const payout = entries.find(
    ({ type }) => type === "payout_requested"
  )?.payout_id
  return (
    <>
      <PageTitle
        title={
          <span className="flex flex-wrap items-center gap-3">
            {words.what(commission)} <CommissionBadge status={status} />
          </span>
        }
      />
      <Box title={t("earnings.when.title")}>
        <Text>{words.when(commission)}</Text>
        {(status === "requested" || status === "paid") && payout && (
          <Text className="mt-2">
            <TextLink to={`/payouts/${payout}`}>{t("payouts.title")}</TextLink>
          </Text>
        )}
        {status === "available" && (
          <Text className="mt-2">
            <TextLink to="/payouts">{t("dashboard.balances.request")}</TextLink>
          </Text>
        )}
      </Box>
      <Box
        title={t("earnings.why.title", {
          amount: format.money(amount, currency_code),
        })}
      >
        <Why commission={commission} />
      </Box>
      <Box title={t("earnings.history.title")} flush>
        <History entries={entries} currency={currency_code} />
      </Box>
    </>
  )
}

function Why({ commission }: { commission: Commission }) {
  const { t, format } = useSpeech()
  const words = useCommissionWords()
  const { amount, original_amount, currency_code, reason, status, lines } =
    commission
  const money = (value: number) => format.money(value, currency_code)
  return (
    <div className="flex flex-col gap-3">
      <Text>{words.why(commission)}</Text>
      {reason && <Text>{t("earnings.why.reason", { reason })}</Text>}
      {amount !== original_amount && (
        <Text>
          {status === "clawed_back"
            ? t("earnings.why.gone", { original: money(original_amount) })
            : t("earnings.why.changed", {
                original: money(original_amount),
                amount: money(amount),
              })}
        </Text>
      )}
      {lines.length > 0 && (
        <>
          <Lines commission={commission} />
          <Text size="small" className="text-ui-fg-subtle">
            {t("earnings.why.rate")}
          </Text>
        </>
      )}
    </div>
  )
}

/** The rate is told where it is the whole story: after a refund an item's share is no percentage that anybody agreed on. */
function Lines({
  commission: { lines, amount, original_amount, currency_code },
}: {
  commission: Commission
}) {
  const { t, format } = useSpeech()
  const money = (value: number) => format.money(value, currency_code)
  return (
    <table className="txt-small w-full tabular-nums">
      <thead className="text-ui-fg-subtle">
        <tr>
          <th scope="col" className="py-2 text-left font-medium">
            {t("earnings.why.item")}
          </th>
          <th scope="col" className="py-2 pl-3 text-right font-medium">
            {t("earnings.why.share")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr
            key={line.id}
            className="border-ui-border-base border-t align-top"
          >
            <th
              scope="row"
              className="break-anywhere py-2 text-left font-normal"
            >
              <span className="text-ui-fg-base block">
                {line.quantity !== 1 && `${format.count(line.quantity)} × `}
                {line.title}
              </span>
              <span className="text-ui-fg-subtle">
                {line.base > 0 && amount === original_amount
                  ? t("earnings.why.line", {
                      percent: format.percent(line.amount / line.base),
                      base: money(line.base),
                    })
                  : t("earnings.why.counts", { base: money(line.base) })}
              </span>
            </th>
            <td className="whitespace-nowrap py-2 pl-3 text-right">
              {money(line.amount)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-ui-border-strong border-t">
          <th scope="row" className="py-2 text-left font-semibold">
            {t("earnings.why.total")}
          </th>
          <td className="py-2 pl-3 text-right font-semibold">
            {money(amount)}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

/** Entries of one moment are one thing that happened: what left one account went into another. */
function movementsOf(entries: Entry[]): Entry[][] {
  const movements = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = `${entry.created_at} ${entry.type} ${entry.payout_id}`
    movements.set(key, [...(movements.get(key) ?? []), entry])
  }
  return [...movements.values()]
}

function History({
  entries,
  currency,
}: {
  entries: Entry[]
  currency: string
}) {
  const { t, format } = useSpeech()
  return (
    <ol>
      {movementsOf(entries).map((movement) => {
        const [{ id, type, created_at, payout_id }] = movement
        return (
          <li
            key={id}
            className="border-ui-border-base flex flex-wrap justify-between gap-x-4 gap-y-1 border-t px-4 py-3 first:border-t-0 sm:px-6"
          >
            <span className="min-w-0">
              <span className="txt-compact-small-plus block">
                {payout_id ? (
                  <Link
                    className="hover:underline"
                    to={`/payouts/${payout_id}`}
                  >
                    {t(`earnings.history.${type}`)}
                  </Link>
                ) : (
                  t(`earnings.history.${type}`)
                )}
              </span>
              <span className="txt-small text-ui-fg-subtle">
                {format.moment(created_at)}
              </span>
            </span>
            <span className="txt-small flex flex-col text-right tabular-nums">
              {movement.map((entry) => (
                <span key={entry.id}>
                  <span className="text-ui-fg-subtle">
                    {t(`earnings.account.${entry.account}`)}
                  </span>{" "}
                  {entry.amount > 0 ? "+" : ""}
                  {format.money(entry.amount, currency)}
                </span>
              ))}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
