import { useCallback } from "react"
import { useTranslation } from "react-i18next"

import type { Commission } from "../types"

/** Names what a commission is for; an upper level says which one. */
export function useKindName() {
  const { t } = useTranslation("affiliate")

  return useCallback(
    ({ kind, level }: Pick<Commission, "kind" | "level">) =>
      kind === "level"
        ? t("commissions.levelName", { level })
        : t(`commissions.kind.${kind}`),
    [t]
  )
}
