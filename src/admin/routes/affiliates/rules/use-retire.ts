import { useCallback } from "react"
import { useTranslation } from "react-i18next"

import { useAct } from "../../../hooks/act"
import { useRetireRule } from "../../../hooks/rules"
import type { Ref } from "../../../types"

/** Takes a rule out of force after asking. */
export function useRetire() {
  const { t } = useTranslation("affiliate")
  const act = useAct()
  const { mutateAsync } = useRetireRule()

  return useCallback(
    ({ id, name }: Ref) =>
      act({
        ask: {
          title: t("rules.retire.title", { name }),
          description: t("rules.retire.description"),
          confirmText: t("rules.retire.action"),
        },
        change: () => mutateAsync(id),
        done: t("rules.retire.done", { name }),
      }),
    [t, act, mutateAsync]
  )
}
