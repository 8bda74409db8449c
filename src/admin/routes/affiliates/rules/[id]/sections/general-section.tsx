import { ActionMenu } from "@medusajs/dashboard/components"
import { XCircle } from "@medusajs/icons"
import { Button, InlineTip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { DateText } from "../../../../../components/date-text"
import { RuleStateBadge } from "../../../../../components/rule-state-badge"
import { Section } from "../../../../../components/section"
import { SectionRow } from "../../../../../components/section-row"
import { TextLink } from "../../../../../components/text-link"
import { useProgram } from "../../../../../hooks/programs"
import { useFormat } from "../../../../../lib/format"
import { paths } from "../../../../../lib/paths"
import { ruleStateOf } from "../../../../../lib/rule-state"
import type { Rule } from "../../../../../types"
import { useRetire } from "../../use-retire"

/** What the rule is called, whether it applies, and what can be done about it. */
export const GeneralSection = ({ rule }: { rule: Rule }) => {
  const { t } = useTranslation("affiliate")
  const { number } = useFormat()
  const { program } = useProgram(rule.program_id)
  const retire = useRetire()

  return (
    <Section
      level="h1"
      title={rule.name}
      actions={
        <>
          <RuleStateBadge rule={rule} />
          {!rule.retired_at && (
            <>
              <Button size="small" variant="secondary" asChild>
                <Link to="publish">{t("rules.general.publish")}</Link>
              </Button>
              <ActionMenu
                groups={[
                  {
                    actions: [
                      {
                        icon: <XCircle />,
                        label: t("rules.general.retire"),
                        onClick: () => retire(rule),
                      },
                    ],
                  },
                ]}
              />
            </>
          )}
        </>
      }
    >
      <Notice rule={rule} />
      <SectionRow
        title={t("rules.fields.program")}
        value={
          <TextLink to={paths.program(rule.program_id)}>
            {program?.name ?? "…"}
          </TextLink>
        }
      />
      <SectionRow
        title={t("rules.fields.version")}
        value={number(rule.version)}
      />
      <SectionRow
        title={t("rules.fields.publishedAt")}
        value={<DateText value={rule.published_at} />}
      />
      <SectionRow
        title={t("rules.fields.createdAt")}
        value={<DateText value={rule.created_at} />}
      />
    </Section>
  )
}

/** Why a rule applies to no order that is placed now. */
const Notice = ({ rule }: { rule: Rule }) => {
  const { t } = useTranslation("affiliate")
  const { dateTime } = useFormat()
  const state = ruleStateOf(rule)

  const says = () => {
    switch (state) {
      case "retired":
        return t("rules.general.retiredNotice", {
          date: dateTime(rule.retired_at),
        })
      case "ended":
        return t("rules.general.endedNotice", { date: dateTime(rule.ends_at) })
      case "scheduled":
        return t("rules.general.scheduledNotice", {
          date: dateTime(rule.starts_at),
        })
      case "in_force":
        return null
    }
  }
  const text = says()
  return text ? (
    <div className="px-6 py-4">
      <InlineTip label={t(`rules.state.${state}`)}>{text}</InlineTip>
    </div>
  ) : null
}
