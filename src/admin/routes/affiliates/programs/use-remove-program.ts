import { toast } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"

import { useErrorToast } from "../../../components/use-error-toast"
import { useConfirm } from "../../../hooks/confirm"
import { useDeleteProgram } from "../../../hooks/programs"
import type { Program, Ref } from "../../../types"

/** The program that affiliates get into by themselves; the store keeps it. */
export function isDefault({ handle }: Pick<Program, "handle">): boolean {
  return handle === "default"
}

/** Deletes a program after asking; `onDone` runs when it is gone. */
export function useRemoveProgram(onDone?: () => void) {
  const { t } = useTranslation("affiliate")
  const confirm = useConfirm()
  const showError = useErrorToast()
  const { mutate } = useDeleteProgram()

  return useCallback(
    async ({ id, name }: Ref) => {
      const confirmed = await confirm({
        title: t("programs.delete.title", { name }),
        description: t("programs.delete.description"),
        confirmText: t("common.actions.delete"),
        cancelText: t("common.actions.cancel"),
      })
      if (!confirmed) {
        return
      }
      mutate(id, {
        onSuccess: () => {
          toast.success(t("programs.delete.done", { name }))
          onDone?.()
        },
        onError: showError,
      })
    },
    [t, confirm, mutate, showError, onDone]
  )
}
