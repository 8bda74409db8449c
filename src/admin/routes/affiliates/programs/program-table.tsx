import { DataTable } from "@medusajs/dashboard/components"
import { PencilSquare, Trash } from "@medusajs/icons"
import type { DataTableFilter } from "@medusajs/ui"
import { Container, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"

import { DateText } from "../../../components/date-text"
import { LoadError } from "../../../components/load-error"
import { ProgramStatusBadge } from "../../../components/status-badges"
import { usePrograms } from "../../../hooks/programs"
import { paths } from "../../../lib/paths"
import { useTableQuery } from "../../../lib/table-query"
import { useTermsWords } from "../../../lib/terms-words"
import type { Program } from "../../../types"
import { isDefault, useRemoveProgram } from "./use-remove-program"

const PAGE_SIZE = 20

/** All programs with what they pay and how long they hold it. */
export const ProgramTable = () => {
  const { t } = useTranslation("affiliate")
  const query = useTableQuery({ filters: ["status"], pageSize: PAGE_SIZE })
  const { programs, count, isPending, error, refetch } = usePrograms(query)
  const filters = useFilters()
  const columns = useColumns()

  if (error && !programs) {
    return (
      <Container className="p-0">
        <LoadError error={error} onRetry={refetch} className="min-h-80" />
      </Container>
    )
  }

  return (
    <Container className="divide-y p-0">
      <DataTable
        data={programs}
        columns={columns}
        filters={filters}
        rowCount={count}
        pageSize={PAGE_SIZE}
        getRowId={(program) => program.id}
        rowHref={(program) => paths.program(program.id)}
        isLoading={isPending}
        heading={t("programs.heading")}
        subHeading={t("programs.subheading")}
        actions={[{ label: t("programs.list.action"), to: "create" }]}
        emptyState={{
          empty: {
            heading: t("programs.list.empty.heading"),
            description: t("programs.list.empty.description"),
          },
          filtered: {
            heading: t("programs.list.filtered.heading"),
            description: t("programs.list.filtered.description"),
          },
        }}
      />
    </Container>
  )
}

function useFilters(): DataTableFilter[] {
  const { t } = useTranslation("affiliate")
  return useMemo(
    () => [
      {
        id: "status",
        type: "multiselect",
        label: t("programs.fields.status"),
        searchable: false,
        options: [
          { value: "active", label: t("programs.status.active") },
          { value: "inactive", label: t("programs.status.inactive") },
        ],
      },
    ],
    [t]
  )
}

const helper = createDataTableColumnHelper<Program>()

function useColumns() {
  const { t } = useTranslation("affiliate")
  const navigate = useNavigate()
  const words = useTermsWords()
  const remove = useRemoveProgram()

  return useMemo(
    () => [
      helper.accessor("name", {
        header: t("programs.fields.name"),
        enableSorting: true,
        sortAscLabel: t("common.sort.az"),
        sortDescLabel: t("common.sort.za"),
        minSize: 200,
        maxSize: 320,
      }),
      helper.accessor("handle", {
        header: t("programs.fields.handle"),
        cell: ({ getValue }) => (
          <span className="text-ui-fg-subtle">/{getValue()}</span>
        ),
        maxSize: 180,
      }),
      helper.accessor("status", {
        header: t("programs.fields.status"),
        cell: ({ getValue }) => <ProgramStatusBadge status={getValue()} />,
      }),
      helper.accessor("commission_value", {
        header: t("programs.fields.commission"),
        cell: ({ row }) => words.rateShort(row.original),
        maxSize: 260,
      }),
      helper.accessor("hold_days", {
        header: t("programs.fields.hold"),
        cell: ({ getValue }) => words.days(getValue()),
      }),
      helper.accessor("created_at", {
        header: t("programs.fields.createdAt"),
        cell: ({ getValue }) => <DateText value={getValue()} />,
        enableSorting: true,
        sortAscLabel: t("common.sort.oldest"),
        sortDescLabel: t("common.sort.newest"),
      }),
      helper.action({
        actions: ({ row: { original: program } }) => {
          const edit = {
            icon: <PencilSquare />,
            label: t("programs.general.editTerms"),
            onClick: () => navigate(paths.programTerms(program.id)),
          }
          const drop = {
            icon: <Trash />,
            label: t("common.actions.delete"),
            onClick: () => remove(program),
          }
          return isDefault(program) ? [[edit]] : [[edit], [drop]]
        },
      }),
    ],
    [t, navigate, words, remove]
  )
}
