import { Skeleton } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"
import { MainLink } from "../../components/action"
import { Box, PageTitle } from "../../components/box"
import { useTabTitle } from "../../components/brand-mark"
import { DueTerms } from "../../components/due-terms"
import { Choice } from "../../components/field"
import { Answered, Empty } from "../../components/states"
import { useAffiliate } from "../../hooks/affiliate"
import { useDashboard } from "../../hooks/answers"
import { useSpeech } from "../../i18n/language"
import { PERIODS, periodOf } from "../../lib/periods"
import type { Dashboard } from "../../lib/types"
import { Balances } from "./balances"
import { FigureRow } from "./figure-row"
import { Parts } from "./parts"
import { Progress } from "./progress"
import { Upcoming } from "./upcoming"
import { DayChart } from "./day-chart"

const DAYS_DEFAULT = 30
const YEAR_DAYS = 365

/** What did I earn, why, and when will I have it. */
export function DashboardPage() {
  const { t } = useSpeech()
  useTabTitle(t("common.nav.dashboard"))
  const { name } = useAffiliate()
  const [search, setSearch] = useSearchParams()
  const days = Number(search.get("days") ?? DAYS_DEFAULT)
  const currency = search.get("currency") ?? undefined
  const query = useDashboard({ ...periodOf(days), currency_code: currency })
  const change = (key: string) => (value: string) =>
    setSearch((before) => {
      before.set(key, value)
      return before
    })
  return (
    <>
      <PageTitle
        title={t("dashboard.hello", { name })}
        intro={t("dashboard.intro")}
      />
      <DueTerms />
      <Answered query={query} waiting={<Waiting />}>
        {({ dashboard }) => (
          <>
            <Balances dashboard={dashboard} />
            <Controls
              dashboard={dashboard}
              days={days}
              onDays={change("days")}
              onCurrency={change("currency")}
            />
            {isNew(dashboard) ? (
              <Box>
                <Empty
                  title={t("dashboard.start.title")}
                  text={t("dashboard.start.text")}
                  action={
                    <MainLink to="/links">
                      {t("dashboard.start.action")}
                    </MainLink>
                  }
                />
              </Box>
            ) : (
              <>
                <FigureRow dashboard={dashboard} />
                <DayChart dashboard={dashboard} />
                <div className="grid items-start gap-5 lg:grid-cols-2">
                  <Parts dashboard={dashboard} />
                  <Upcoming currency={dashboard.currency_code} />
                </div>
              </>
            )}
            <Progress dashboard={dashboard} />
          </>
        )}
      </Answered>
    </>
  )
}

/** Whoever has had neither money nor a visit yet. */
const isNew = ({ balances, clicks, orders, previous }: Dashboard): boolean =>
  balances.length === 0 && clicks + orders + previous.clicks === 0

function Controls({
  dashboard: { currency_code, currencies },
  days,
  onDays,
  onCurrency,
}: {
  dashboard: Dashboard
  days: number
  onDays: (value: string) => void
  onCurrency: (value: string) => void
}) {
  const { t } = useSpeech()
  const codes = [...new Set([...currencies, currency_code])].sort()
  return (
    <div className="flex flex-wrap gap-3">
      <div className="w-44">
        <Choice
          label={t("dashboard.period.label")}
          hideLabel
          value={String(days)}
          options={PERIODS.map((period) => ({
            value: String(period),
            label:
              period === YEAR_DAYS
                ? t("dashboard.period.months")
                : t("dashboard.period.days", { count: period }),
          }))}
          onValue={onDays}
        />
      </div>
      {codes.length > 1 && (
        <div className="w-28">
          <Choice
            label={t("common.currency")}
            hideLabel
            value={currency_code}
            options={codes.map((code) => ({
              value: code,
              label: code.toUpperCase(),
            }))}
            onValue={onCurrency}
          />
        </div>
      )}
    </div>
  )
}

function Waiting() {
  const { t } = useSpeech()
  return (
    <div
      role="status"
      aria-label={t("common.loading")}
      className="flex flex-col gap-5"
    >
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {Array.from({ length: 4 }, (_, at) => (
          <Skeleton key={at} className="h-32" />
        ))}
      </div>
      <Skeleton className="h-72" />
    </div>
  )
}
