import { toast } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"

import { useErrorToast } from "../../../components/use-error-toast"
import { useConfirm } from "../../../hooks/confirm"
import { useRetireRule } from "../../../hooks/rules"
import type { Ref } from "../../../types"

/** Takes a rule out of force after asking. */
export function useRetire() {
  const { t } = useTranslation("affiliate")
  const confirm = useConfirm()
  const showError = useErrorToast()
  const { mutate } = useRetireRule()

  return useCallback(
    async ({ id, name }: Ref) => {
      const confirmed = await confirm({
        title: t("rules.retire.title", { name }),
        description: t("rules.retire.description"),
        confirmText: t("rules.retire.action"),
        cancelText: t("common.actions.cancel"),
      })
      if (!confirmed) {
        return
      }
      mutate(id, {
        onSuccess: () => toast.success(t("rules.retire.done", { name })),
        onError: showError,
      })
    },
    [t, confirm, mutate, showError]
  )
}
