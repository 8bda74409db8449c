import { Badge, Button, Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"

import { DateText } from "../../../../../components/date-text"
import { LoadError } from "../../../../../components/load-error"
import { Section, SectionEmpty } from "../../../../../components/section"
import { RowsSkeleton } from "../../../../../components/skeletons"
import { useAgreements } from "../../../../../hooks/agreements"
import type { Agreement, ProgramDetail } from "../../../../../types"

const ROWS = 5

/** More versions than anybody publishes; the store answers no more at once. */
const ROWS_MAX = 1000

/** What affiliates agree to, the latest version first. */
export const AgreementsSection = ({ program }: { program: ProgramDetail }) => {
  const { t } = useTranslation("affiliate")
  const [limit, setLimit] = useState(ROWS)
  const { agreements, count, error, refetch } = useAgreements({
    program_id: program.id,
    limit,
    order: "-version",
  })

  return (
    <Section
      title={t("agreements.title")}
      description={t("agreements.description")}
      actions={
        <Button size="small" variant="secondary" asChild>
          <Link to="agreements/publish">{t("agreements.publish")}</Link>
        </Button>
      }
    >
      {error && !agreements ? (
        <LoadError error={error} onRetry={refetch} />
      ) : !agreements ? (
        <RowsSkeleton rows={2} />
      ) : agreements.length === 0 ? (
        <SectionEmpty>{t("agreements.empty")}</SectionEmpty>
      ) : (
        <>
          <div className="overflow-x-auto rounded-b-lg">
            <Table>
              <Table.Header className="border-t-0">
                <Table.Row>
                  <Table.HeaderCell>
                    {t("agreements.fields.version")}
                  </Table.HeaderCell>
                  <Table.HeaderCell>
                    {t("agreements.fields.title")}
                  </Table.HeaderCell>
                  <Table.HeaderCell>
                    {t("agreements.fields.publishedAt")}
                  </Table.HeaderCell>
                  <Table.HeaderCell>
                    {t("agreements.fields.acceptance")}
                  </Table.HeaderCell>
                  <Table.HeaderCell>
                    {t("agreements.fields.acceptances")}
                  </Table.HeaderCell>
                </Table.Row>
              </Table.Header>
              <Table.Body className="border-b-0 [&_tr:last-child]:border-b-0">
                {agreements.map((agreement, index) => (
                  <AgreementRow
                    key={agreement.id}
                    agreement={agreement}
                    isCurrent={index === 0}
                  />
                ))}
              </Table.Body>
            </Table>
          </div>
          {count > agreements.length && (
            <div className="flex justify-center px-6 py-3">
              <Button
                size="small"
                variant="transparent"
                onClick={() => setLimit(ROWS_MAX)}
              >
                {t("agreements.showAll", { count })}
              </Button>
            </div>
          )}
        </>
      )}
    </Section>
  )
}

type AgreementRowProps = { agreement: Agreement; isCurrent: boolean }

const AgreementRow = ({ agreement, isCurrent }: AgreementRowProps) => {
  const { t } = useTranslation("affiliate")
  const navigate = useNavigate()
  const address = `agreements/${agreement.id}`

  return (
    <Table.Row className="cursor-pointer" onClick={() => navigate(address)}>
      <Table.Cell>
        <span className="flex items-center gap-x-2 tabular-nums">
          {agreement.version}
          {isCurrent && (
            <Badge size="2xsmall" color="green">
              {t("agreements.current")}
            </Badge>
          )}
        </span>
      </Table.Cell>
      <Table.Cell className="max-w-60 truncate" title={agreement.title}>
        <Link
          to={address}
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
        >
          {agreement.title}
        </Link>
      </Table.Cell>
      <Table.Cell>
        <DateText value={agreement.published_at} />
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {agreement.requires_acceptance
          ? t("agreements.required")
          : t("agreements.notRequired")}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {t("agreements.accepted", { count: agreement.acceptances })}
      </Table.Cell>
    </Table.Row>
  )
}
