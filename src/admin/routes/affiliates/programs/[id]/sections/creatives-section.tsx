import { Button, Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { LoadError } from "../../../../../components/load-error"
import { Section, SectionEmpty } from "../../../../../components/section"
import { RowsSkeleton } from "../../../../../components/skeletons"
import { useCreatives } from "../../../../../hooks/creatives"
import type { ProgramDetail } from "../../../../../types"
import { CreativeRow } from "./creative-row"

const ROWS = 5

/** More than a program may offer. */
const ROWS_MAX = 1000

/** What affiliates embed, the newest first; those that are offered, or those archived. */
export const CreativesSection = ({ program }: { program: ProgramDetail }) => {
  const { t } = useTranslation("affiliate")
  const [limit, setLimit] = useState(ROWS)
  const [isArchive, setArchive] = useState(false)
  const { creatives, count, error, refetch } = useCreatives({
    program_id: program.id,
    archived: String(isArchive),
    limit,
    order: "-created_at",
  })

  return (
    <Section
      title={t("creatives.title")}
      description={t("creatives.description")}
      actions={
        <>
          <Button
            size="small"
            variant="transparent"
            onClick={() => setArchive(!isArchive)}
          >
            {t(isArchive ? "creatives.hideArchived" : "creatives.showArchived")}
          </Button>
          <Button size="small" variant="secondary" asChild>
            <Link to="creatives/create">{t("creatives.add")}</Link>
          </Button>
        </>
      }
    >
      {error && !creatives ? (
        <LoadError error={error} onRetry={refetch} />
      ) : !creatives ? (
        <RowsSkeleton rows={2} />
      ) : creatives.length === 0 ? (
        <SectionEmpty>
          {t(isArchive ? "creatives.archivedEmpty" : "creatives.empty")}
        </SectionEmpty>
      ) : (
        <>
          <div className="overflow-x-auto rounded-b-lg">
            <Table>
              <Table.Header className="border-t-0">
                <Table.Row>
                  <Table.HeaderCell>
                    {t("creatives.fields.title")}
                  </Table.HeaderCell>
                  <Table.HeaderCell>
                    {t("creatives.fields.kind")}
                  </Table.HeaderCell>
                  <Table.HeaderCell>
                    {t("creatives.fields.size")}
                  </Table.HeaderCell>
                  <Table.HeaderCell>
                    {t("creatives.fields.leadsTo")}
                  </Table.HeaderCell>
                  <Table.HeaderCell />
                </Table.Row>
              </Table.Header>
              <Table.Body className="border-b-0 [&_tr:last-child]:border-b-0">
                {creatives.map((creative) => (
                  <CreativeRow key={creative.id} creative={creative} />
                ))}
              </Table.Body>
            </Table>
          </div>
          {count > creatives.length && (
            <div className="flex justify-center px-6 py-3">
              <Button
                size="small"
                variant="transparent"
                onClick={() => setLimit(ROWS_MAX)}
              >
                {t("creatives.showAll", { count })}
              </Button>
            </div>
          )}
        </>
      )}
    </Section>
  )
}
