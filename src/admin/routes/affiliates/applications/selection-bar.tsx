import { CommandBar } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Decision } from "../../../hooks/applications"

type SelectionBarProps = {
  count: number
  /** Closed while something is asked, so that no key starts a second thing. */
  paused: boolean
  onDecide: (decision: Decision) => void
}

/** How many are selected, and what can be decided about them. */
export const SelectionBar = ({
  count,
  paused,
  onDecide,
}: SelectionBarProps) => {
  const { t } = useTranslation("affiliate")
  return (
    <CommandBar open={count > 0 && !paused}>
      <CommandBar.Bar>
        <CommandBar.Value className="whitespace-nowrap">
          {t("applications.selected", { count })}
        </CommandBar.Value>
        <CommandBar.Seperator />
        <CommandBar.Command
          className="whitespace-nowrap"
          label={t("affiliates.transition.approve.action")}
          shortcut="a"
          action={() => onDecide("approve")}
        />
        <CommandBar.Seperator />
        <CommandBar.Command
          className="whitespace-nowrap"
          label={t("affiliates.transition.reject.action")}
          shortcut="r"
          action={() => onDecide("reject")}
        />
      </CommandBar.Bar>
    </CommandBar>
  )
}
