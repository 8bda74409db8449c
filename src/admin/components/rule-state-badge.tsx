import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"

import type { RuleState } from "../lib/rule-state"
import { ruleStateOf } from "../lib/rule-state"
import type { Rule } from "../types"

const COLORS: Record<
  RuleState,
  NonNullable<ComponentProps<typeof StatusBadge>["color"]>
> = {
  in_force: "green",
  scheduled: "blue",
  ended: "grey",
  retired: "grey",
}

/** Whether a rule applies to an order that is placed now. */
export const RuleStateBadge = ({
  rule,
}: {
  rule: Pick<Rule, "starts_at" | "ends_at" | "retired_at">
}) => {
  const { t } = useTranslation("affiliate")
  const state = ruleStateOf(rule)
  return (
    <StatusBadge color={COLORS[state]} className="text-nowrap">
      {t(`rules.state.${state}`)}
    </StatusBadge>
  )
}
