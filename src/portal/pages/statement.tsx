import { Button, Text } from "@medusajs/ui"
import { Box, PageTitle } from "../components/box"
import { useBrandName, useTabTitle } from "../components/brand-mark"
import { Choice, Field } from "../components/field"
import { StatementTable } from "../components/statement-table"
import { Answered } from "../components/states"
import { useAffiliate } from "../hooks/affiliate"
import { usePayoutSummary, useStatement } from "../hooks/answers"
import { useErrorToast } from "../hooks/error-words"
import { useListSearch } from "../hooks/search"
import { useSpeech } from "../i18n/language"
import { file, save } from "../lib/api"
import { monthOf } from "../lib/periods"

/** Every movement of the money in some days: to read, to print, to save. */
export function StatementPage() {
  const { t, format } = useSpeech()
  useTabTitle(t("more.statement.title"))
  const name = useBrandName()
  const affiliate = useAffiliate()
  const fail = useErrorToast()
  const { get, change } = useListSearch()
  const month = monthOf()
  const wanted = {
    from: get("from") || month.from,
    to: get("to") || month.to,
    currency_code: get("currency") || undefined,
  }
  const query = useStatement(wanted)
  const download = () =>
    void file("affiliate/statement", wanted)
      .then((blob) => save(blob, `statement-${wanted.from}-${wanted.to}.csv`))
      .catch(fail)
  return (
    <>
      <PageTitle
        title={t("more.statement.title")}
        intro={<span className="no-print">{t("more.statement.intro")}</span>}
        action={
          <div className="flex flex-wrap gap-2">
            <Button variant="secondary" onClick={download}>
              {t("more.statement.csv")}
            </Button>
            <Button variant="secondary" onClick={() => window.print()}>
              {t("more.statement.print")}
            </Button>
          </div>
        }
      />
      <Days from={wanted.from} to={wanted.to} onChange={change}>
        <CurrencyChoice
          value={get("currency")}
          onValue={(currency) => change({ currency })}
        />
      </Days>
      <Box flush>
        <Answered query={query}>
          {({ statement }) => (
            <>
              <div className="flex flex-wrap justify-between gap-2 px-4 pb-3 sm:px-6">
                <div className="min-w-0">
                  <Text weight="plus" className="break-anywhere">
                    {t("more.statement.heading", { name: affiliate.name })}
                  </Text>
                  <Text size="small" className="text-ui-fg-subtle">
                    {name} ·{" "}
                    {t("more.statement.range", {
                      from: format.calendarDay(statement.from),
                      to: format.calendarDay(statement.to),
                    })}
                  </Text>
                </div>
                <Text size="small" className="text-ui-fg-subtle">
                  {statement.currency_code.toUpperCase()}
                </Text>
              </div>
              <StatementTable statement={statement} />
            </>
          )}
        </Answered>
      </Box>
    </>
  )
}

function Days({
  from,
  to,
  onChange,
  children,
}: {
  from: string
  to: string
  onChange: (changes: Record<string, string>) => void
  children: React.ReactNode
}) {
  const { t } = useSpeech()
  const day = (name: "from" | "to", value: string) => (
    <Field label={t(`common.${name}`)} className="w-40">
      {(described) => (
        <input
          {...described}
          type="date"
          value={value}
          required
          onChange={(event) =>
            event.target.value && onChange({ [name]: event.target.value })
          }
          className="bg-ui-bg-field shadow-borders-base txt-compact-small focus-visible:shadow-borders-interactive-with-active h-8 w-full rounded-md px-2 outline-none"
        />
      )}
    </Field>
  )
  return (
    <div className="no-print flex flex-wrap items-end gap-3">
      {day("from", from)}
      {day("to", to)}
      {children}
    </div>
  )
}

/** Only where the affiliate has money in several. */
function CurrencyChoice({
  value,
  onValue,
}: {
  value: string
  onValue: (value: string) => void
}) {
  const { t } = useSpeech()
  const { data } = usePayoutSummary()
  const codes = data?.summary.map(({ currency_code }) => currency_code) ?? []
  if (codes.length < 2) return null
  return (
    <div className="w-28">
      <Choice
        label={t("common.currency")}
        value={value || codes[0]}
        options={codes.map((code) => ({
          value: code,
          label: code.toUpperCase(),
        }))}
        onValue={onValue}
      />
    </div>
  )
}
