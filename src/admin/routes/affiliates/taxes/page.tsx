import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Alert, Button, Container, Select, Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { Crumb } from "../../../components/crumb"
import { LoadError } from "../../../components/load-error"
import { Section, SectionEmpty } from "../../../components/section"
import { DetailSkeleton } from "../../../components/skeletons"
import { useErrorToast } from "../../../components/use-error-toast"
import { fetchTaxReportCsv, useTaxReport } from "../../../hooks/tax"
import { download } from "../../../lib/download"
import { useFormat } from "../../../lib/format"
import { ReportTable } from "./report-table"
import { useThresholdPrompt } from "./use-threshold-prompt"

const PAGE_SIZE = 50
/** Years to choose from: nobody has to keep longer what was paid. */
const YEARS = 10
const USD = "usd"

/** What everybody was paid in a year, for whoever does the taxes. */
const TaxesPage = () => {
  const { t } = useTranslation("affiliate")
  const { money } = useFormat()
  const showError = useErrorToast()
  const [year, setYear] = useState(new Date().getUTCFullYear())
  const [page, setPage] = useState(0)
  const { report, error, refetch } = useTaxReport({
    year,
    limit: PAGE_SIZE,
    offset: page * PAGE_SIZE,
  })
  const threshold = useThresholdPrompt(year)

  if (error && !report) {
    return (
      <Container className="p-0">
        <LoadError error={error} onRetry={refetch} className="min-h-80" />
      </Container>
    )
  }
  if (!report) {
    return <DetailSkeleton />
  }
  const save = async () => {
    try {
      download(
        await fetchTaxReportCsv(year),
        `${t("tax.report.file")}-${year}.csv`
      )
    } catch (failed) {
      showError(failed)
    }
  }
  const choose = (chosen: number) => {
    setYear(chosen)
    setPage(0)
  }
  const pages = Math.ceil(report.count / PAGE_SIZE)

  return (
    <Section
      level="h1"
      title={t("tax.report.heading")}
      description={t("tax.report.threshold", {
        amount: money(report.threshold, USD),
      })}
      actions={
        <>
          <YearSelect year={year} onChange={choose} />
          <Button
            size="small"
            variant="secondary"
            className="text-nowrap"
            onClick={threshold.ask}
          >
            {t("tax.report.thresholds")}
          </Button>
          <Button
            size="small"
            variant="secondary"
            className="text-nowrap"
            onClick={() => void save()}
          >
            {t("tax.report.download")}
          </Button>
        </>
      }
    >
      <div className="px-6 py-4">
        <Alert variant="info">{t("tax.advice")}</Alert>
      </div>
      {report.rows.length ? (
        <ReportTable rows={report.rows} />
      ) : (
        <SectionEmpty>
          {t("tax.report.empty", { year: String(year) })}
        </SectionEmpty>
      )}
      {pages > 1 && (
        <Table.Pagination
          count={report.count}
          pageSize={PAGE_SIZE}
          pageIndex={page}
          pageCount={pages}
          canPreviousPage={page > 0}
          canNextPage={page < pages - 1}
          previousPage={() => setPage(page - 1)}
          nextPage={() => setPage(page + 1)}
          translations={{
            of: t("tax.report.pages.of"),
            results: t("tax.report.pages.results"),
            pages: t("tax.report.pages.pages"),
            prev: t("tax.report.pages.prev"),
            next: t("tax.report.pages.next"),
          }}
        />
      )}
      {threshold.prompt}
    </Section>
  )
}

const YearSelect = ({
  year,
  onChange,
}: {
  year: number
  onChange: (year: number) => void
}) => {
  const { t } = useTranslation("affiliate")
  const thisYear = new Date().getUTCFullYear()
  return (
    <div className="w-24 shrink-0">
      <Select
        size="small"
        value={String(year)}
        onValueChange={(value) => onChange(Number(value))}
      >
        <Select.Trigger aria-label={t("tax.report.year")}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {Array.from({ length: YEARS }, (_, back) => thisYear - back).map(
            (one) => (
              <Select.Item key={one} value={String(one)}>
                {String(one)}
              </Select.Item>
            )
          )}
        </Select.Content>
      </Select>
    </div>
  )
}

export const config = defineRouteConfig({
  label: "nav.taxes",
  translationNs: "affiliate",
  rank: 6,
})

export const handle = { breadcrumb: () => <Crumb k="nav.taxes" /> }

export default TaxesPage
