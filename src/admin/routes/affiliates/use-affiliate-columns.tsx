import { PencilSquare } from "@medusajs/icons"
import type { DataTableAction } from "@medusajs/ui"
import { Badge, Tooltip, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"

import { DateText } from "../../components/date-text"
import { Money } from "../../components/money"
import { AffiliateStatusBadge } from "../../components/status-badges"
import { usePrograms } from "../../hooks/programs"
import { paths } from "../../lib/paths"
import type { Affiliate, AffiliateBalance, AffiliateCode } from "../../types"
import type { AskTransition } from "./transitions"
import { TRANSITION_ICONS, transitionsOf } from "./transitions"

const helper = createDataTableColumnHelper<Affiliate>()

/** Columns of the affiliate list; the row's menu offers what its status allows, and of who was erased nothing. */
export function useAffiliateColumns(ask: AskTransition) {
  const { t } = useTranslation("affiliate")
  const navigate = useNavigate()
  const { count: programs } = usePrograms({ limit: 1 })

  return useMemo(
    () => [
      helper.accessor("name", {
        header: t("affiliates.fields.name"),
        enableSorting: true,
        sortAscLabel: t("common.sort.az"),
        sortDescLabel: t("common.sort.za"),
        minSize: 150,
        maxSize: 190,
      }),
      helper.accessor("email", {
        header: t("affiliates.fields.email"),
        enableSorting: true,
        sortAscLabel: t("common.sort.az"),
        sortDescLabel: t("common.sort.za"),
        minSize: 140,
        maxSize: 180,
      }),
      helper.accessor("status", {
        header: t("affiliates.fields.status"),
        cell: ({ getValue }) => <AffiliateStatusBadge status={getValue()} />,
      }),
      helper.accessor("codes", {
        header: t("affiliates.fields.codes"),
        cell: ({ getValue }) => <CodesCell codes={getValue()} />,
      }),
      // In a store with one program the column would say the same in every row.
      ...(programs > 1
        ? [
            helper.accessor("program.name", {
              id: "program",
              header: t("affiliates.fields.program"),
              maxSize: 140,
            }),
          ]
        : []),
      helper.accessor("tier", {
        header: t("affiliates.fields.tier"),
        cell: ({ getValue }) => getValue()?.name ?? <Nothing />,
        maxSize: 110,
      }),
      helper.accessor("balances", {
        header: t("affiliates.fields.available"),
        align: "right",
        cell: ({ getValue }) => <AvailableCell balances={getValue()} />,
      }),
      helper.accessor("created_at", {
        header: t("affiliates.fields.createdAt"),
        cell: ({ getValue }) => <DateText value={getValue()} />,
        enableSorting: true,
        sortAscLabel: t("common.sort.oldest"),
        sortDescLabel: t("common.sort.newest"),
      }),
      helper.action({
        actions: ({ row: { original: affiliate } }) => {
          if (affiliate.erased_at) {
            return []
          }
          const edit: DataTableAction<Affiliate> = {
            icon: <PencilSquare />,
            label: t("common.actions.edit"),
            onClick: () => navigate(paths.affiliateEdit(affiliate.id)),
          }
          const decide = transitionsOf(affiliate.status).map((transition) => ({
            icon: TRANSITION_ICONS[transition],
            label: t(`affiliates.transition.${transition}.action`),
            onClick: () => ask(affiliate, transition),
          }))
          return [[edit], decide]
        },
      }),
    ],
    [t, navigate, ask, programs]
  )
}

const Nothing = () => <span className="text-ui-fg-muted">–</span>

/** The first code that still counts, and how many there are besides. */
const CodesCell = ({ codes }: { codes: AffiliateCode[] }) => {
  const { t } = useTranslation("affiliate")
  const [first, ...rest] = codes.filter(({ retired_at }) => !retired_at)
  if (!first) {
    return <Nothing />
  }
  return (
    <span className="flex items-center gap-x-1">
      <Badge size="2xsmall" className="max-w-28 font-mono">
        <span className="truncate">{first.code}</span>
      </Badge>
      {rest.length > 0 && (
        <Tooltip content={rest.map(({ code }) => code).join(", ")}>
          <Badge size="2xsmall">
            {t("common.more", { count: rest.length })}
          </Badge>
        </Tooltip>
      )}
    </span>
  )
}

/** What can be paid out, debts first; every further currency on hover. */
const AvailableCell = ({ balances }: { balances: AffiliateBalance[] }) => {
  const { t } = useTranslation("affiliate")
  const [first, ...rest] = balances
    .filter(({ available }) => available !== 0)
    .toSorted(
      (a, b) =>
        Number(b.available < 0) - Number(a.available < 0) ||
        a.currency_code.localeCompare(b.currency_code)
    )
  if (!first) {
    return <Nothing />
  }
  return (
    <span className="flex items-center justify-end gap-x-1">
      <Money amount={first.available} currencyCode={first.currency_code} />
      {rest.length > 0 && (
        <Tooltip
          content={
            <span className="flex flex-col items-end">
              {rest.map(({ currency_code, available }) => (
                <Money
                  key={currency_code}
                  amount={available}
                  currencyCode={currency_code}
                />
              ))}
            </span>
          }
        >
          <Badge size="2xsmall">
            {t("common.more", { count: rest.length })}
          </Badge>
        </Tooltip>
      )}
    </span>
  )
}
