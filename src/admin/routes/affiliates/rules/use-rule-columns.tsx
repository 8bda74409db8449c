import { Eye, PencilSquare, XCircle } from "@medusajs/icons"
import { Tooltip, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"

import { RuleStateBadge } from "../../../components/rule-state-badge"
import { usePrograms } from "../../../hooks/programs"
import { paths } from "../../../lib/paths"
import type { RuleWords } from "../../../lib/rule-words"
import { useRuleWords } from "../../../lib/rule-words"
import type { Rule } from "../../../types"
import { useRetire } from "./use-retire"

const helper = createDataTableColumnHelper<Rule>()

const PROGRAMS_MAX = 100

/** Values of a condition that are named in a row. */
const VALUES_SHOWN = 3

/** Columns of the list of rules, in words. */
export function useRuleColumns(rules: Rule[]) {
  const { t } = useTranslation("affiliate")
  const navigate = useNavigate()
  const retire = useRetire()
  const words = useRuleWords(rules, VALUES_SHOWN)
  const { programs } = usePrograms({ limit: PROGRAMS_MAX, order: "name" })
  const programNames = useMemo(
    () => new Map(programs?.map(({ id, name }) => [id, name])),
    [programs]
  )

  return useMemo(
    () => [
      helper.accessor("name", {
        header: t("rules.fields.name"),
        enableSorting: true,
        sortAscLabel: t("common.sort.az"),
        sortDescLabel: t("common.sort.za"),
        minSize: 160,
        maxSize: 240,
      }),
      // In a store with one program the column would say the same in every row.
      ...(programNames.size > 1
        ? [
            helper.accessor("program_id", {
              header: t("rules.fields.program"),
              cell: ({ getValue }) => programNames.get(getValue()) ?? "–",
              maxSize: 140,
            }),
          ]
        : []),
      helper.accessor("commission_value", {
        header: t("rules.fields.pays"),
        cell: ({ row: { original: rule } }) => (
          <span className={rule.exclude ? "text-ui-fg-subtle" : undefined}>
            {words.paysShort(rule)}
          </span>
        ),
        maxSize: 170,
      }),
      helper.accessor("conditions", {
        header: t("rules.fields.conditions"),
        cell: ({ row }) => <ConditionsCell rule={row.original} words={words} />,
        minSize: 200,
        maxSize: 320,
      }),
      helper.accessor("starts_at", {
        header: t("rules.fields.validity"),
        cell: ({ row }) => (
          <span className="whitespace-nowrap">
            {words.validityShort(row.original)}
          </span>
        ),
      }),
      helper.accessor("version", {
        header: t("rules.fields.version"),
        align: "right",
      }),
      helper.accessor("retired_at", {
        header: t("rules.fields.state"),
        cell: ({ row }) => <RuleStateBadge rule={row.original} />,
      }),
      helper.action({
        actions: ({ row: { original: rule } }) => {
          const view = {
            icon: <Eye />,
            label: t("common.actions.view"),
            onClick: () => navigate(paths.rule(rule.id)),
          }
          const publish = {
            icon: <PencilSquare />,
            label: t("rules.general.publish"),
            onClick: () => navigate(paths.rulePublish(rule.id)),
          }
          const drop = {
            icon: <XCircle />,
            label: t("rules.general.retire"),
            onClick: () => retire(rule),
          }
          return rule.retired_at ? [[view]] : [[view, publish], [drop]]
        },
      }),
    ],
    [t, navigate, retire, words, programNames]
  )
}

/** The first condition, and on hover all of them. */
const ConditionsCell = ({ rule, words }: { rule: Rule; words: RuleWords }) => {
  const { t } = useTranslation("affiliate")
  const lines = rule.conditions.map(words.condition)
  if (!lines.length) {
    return (
      <span className="text-ui-fg-muted">{t("rules.words.everything")}</span>
    )
  }
  return (
    <Tooltip
      maxWidth={420}
      content={
        <span className="flex flex-col gap-y-1 break-words">
          {lines.map((line, index) => (
            <span key={index}>{line}</span>
          ))}
        </span>
      }
    >
      <span className="block truncate">{lines.join(" · ")}</span>
    </Tooltip>
  )
}
