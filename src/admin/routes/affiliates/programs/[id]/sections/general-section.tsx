import { ActionMenu } from "@medusajs/dashboard/components"
import { PencilSquare, Trash } from "@medusajs/icons"
import { InlineTip } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"

import { DateText } from "../../../../../components/date-text"
import { Section } from "../../../../../components/section"
import { SectionRow } from "../../../../../components/section-row"
import { ProgramStatusBadge } from "../../../../../components/status-badges"
import { TextLink } from "../../../../../components/text-link"
import { useRules } from "../../../../../hooks/rules"
import { paths } from "../../../../../lib/paths"
import type { ProgramDetail } from "../../../../../types"
import { isDefault, useRemoveProgram } from "../../use-remove-program"

/** What the program is called, and who is in it. */
export const GeneralSection = ({ program }: { program: ProgramDetail }) => {
  const { t } = useTranslation("affiliate")
  const navigate = useNavigate()
  const leave = useCallback(
    () => navigate(paths.programs, { replace: true }),
    [navigate]
  )
  const remove = useRemoveProgram(leave)
  const { count: rules } = useRules({ program_id: program.id, limit: 1 })

  return (
    <Section
      level="h1"
      title={program.name}
      actions={
        <>
          <ProgramStatusBadge status={program.status} />
          <ActionMenu
            groups={[
              {
                actions: [
                  {
                    icon: <PencilSquare />,
                    label: t("programs.general.edit"),
                    to: "edit",
                  },
                  {
                    icon: <PencilSquare />,
                    label: t("programs.general.editTerms"),
                    to: "terms",
                  },
                ],
              },
              {
                actions: [
                  {
                    icon: <Trash />,
                    label: t("common.actions.delete"),
                    onClick: () => remove(program),
                    disabled: isDefault(program),
                    disabledTooltip: t("programs.delete.defaultStays"),
                  },
                ],
              },
            ]}
          />
        </>
      }
    >
      {program.status === "inactive" && (
        <div className="px-6 py-4">
          <InlineTip variant="warning" label={t("programs.status.inactive")}>
            {t("programs.general.inactiveNotice")}
          </InlineTip>
        </div>
      )}
      <SectionRow
        title={t("programs.fields.handle")}
        value={`/${program.handle}`}
      />
      <SectionRow
        title={t("programs.fields.affiliates")}
        value={
          program.affiliates_count > 0 ? (
            <Link
              to={paths.affiliatesOfProgram(program.id)}
              className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
            >
              {t("programs.general.affiliates", {
                count: program.affiliates_count,
              })}
            </Link>
          ) : (
            t("programs.general.affiliates", { count: 0 })
          )
        }
      />
      <SectionRow
        title={t("rules.heading")}
        value={
          <TextLink to={paths.rulesOfProgram(program.id)}>
            {t("rules.ofProgram", { count: rules })}
          </TextLink>
        }
      />
      <SectionRow
        title={t("programs.fields.createdAt")}
        value={<DateText value={program.created_at} />}
      />
    </Section>
  )
}
