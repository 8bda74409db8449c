import { clx, Text } from "@medusajs/ui"
import { useSpeech } from "../i18n/language"
import type { Statement, StatementRow } from "../lib/types"

const CELL =
  "px-3 py-2 align-top first:pl-4 last:pr-4 sm:first:pl-6 sm:last:pr-6"
const NUMBER = clx(CELL, "whitespace-nowrap text-right tabular-nums")
/** A phone has no room for the balance beside the amount: it stands below. */
const ON_PHONE = "sm:hidden print:hidden"
const BESIDE = "hidden sm:table-cell print:table-cell"

/** What was there, what came and went, and what is there after it. */
export function StatementTable({ statement }: { statement: Statement }) {
  const { t, format } = useSpeech()
  const { rows, count, opening, closing, currency_code } = statement
  const money = (amount: number) => format.money(amount, currency_code)
  return (
    <>
      <div
        tabIndex={0}
        role="region"
        aria-label={t("more.statement.title")}
        className="overflow-x-auto"
      >
        <table className="txt-small w-full">
          <thead className="text-ui-fg-subtle border-ui-border-base border-t text-left">
            <tr>
              <th scope="col" className={clx(CELL, "font-medium")}>
                {t("more.statement.date")}
              </th>
              <th scope="col" className={clx(CELL, "font-medium")}>
                {t("more.statement.what")}
              </th>
              <th scope="col" className={clx(NUMBER, "font-medium")}>
                {t("more.statement.amount")}
                <span className={clx("block font-normal", ON_PHONE)}>
                  {t("more.statement.balance")}
                </span>
              </th>
              <th scope="col" className={clx(NUMBER, BESIDE, "font-medium")}>
                {t("more.statement.balance")}
              </th>
            </tr>
          </thead>
          <tbody>
            <Standing
              name={t("more.statement.opening")}
              amount={money(opening.balance)}
            />
            {rows.map((row, at) => (
              <Row key={at} row={row} money={money} />
            ))}
            <Standing
              name={t("more.statement.closing")}
              amount={money(closing.balance)}
            />
          </tbody>
        </table>
      </div>
      {count === 0 && (
        <Text className="text-ui-fg-subtle px-4 py-6 text-center">
          {t("more.statement.empty")}
        </Text>
      )}
      {count > rows.length && (
        <Text className="text-ui-fg-subtle px-4 py-4 sm:px-6">
          {t("more.statement.cut", { count: rows.length })}
        </Text>
      )}
    </>
  )
}

function Standing({ name, amount }: { name: string; amount: string }) {
  return (
    <tr className="border-ui-border-base border-t font-semibold">
      <td className={CELL} />
      <th scope="row" className={clx(CELL, "text-left")}>
        {name}
      </th>
      <td className={clx(NUMBER, ON_PHONE)}>{amount}</td>
      <td colSpan={2} className={clx(NUMBER, BESIDE)}>
        {amount}
      </td>
    </tr>
  )
}

function Row({
  row,
  money,
}: {
  row: StatementRow
  money: (amount: number) => string
}) {
  const { t, format } = useSpeech()
  const about = [
    row.order_display_id !== null &&
      t("earnings.order", { number: String(row.order_display_id) }),
    row.payout_display_id !== null &&
      t("payouts.number", { number: String(row.payout_display_id) }),
    row.reason,
  ].filter(Boolean)
  return (
    <tr className="border-ui-border-base border-t">
      <td className={clx(CELL, "whitespace-nowrap")}>
        {/* The store's day, as in the heading and the file. */}
        {format.calendarDay(row.date)}
      </td>
      <td className={clx(CELL, "sm:min-w-40")}>
        {t(`earnings.history.${row.type}`)}
        {about.length > 0 && (
          <span className="text-ui-fg-subtle break-anywhere block">
            {about.join(" · ")}
          </span>
        )}
        {row.amount === 0 && row.type === "release" && (
          <span className="text-ui-fg-subtle block tabular-nums">
            {money(row.available)}
          </span>
        )}
      </td>
      <td className={NUMBER}>
        {row.amount > 0 ? "+" : ""}
        {money(row.amount)}
        <span className={clx("text-ui-fg-subtle block", ON_PHONE)}>
          {money(row.balance)}
        </span>
      </td>
      <td className={clx(NUMBER, BESIDE)}>{money(row.balance)}</td>
    </tr>
  )
}
