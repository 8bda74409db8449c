import { toast } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"

import { useAct } from "../../../hooks/act"
import { useDeleteProgram } from "../../../hooks/programs"
import type { Program, Ref } from "../../../types"

/** The program that affiliates get into by themselves; the store keeps it. */
export function isDefault({ handle }: Pick<Program, "handle">): boolean {
  return handle === "default"
}

/** Deletes a program after asking; `onDone` runs when it is gone. */
export function useRemoveProgram(onDone?: () => void) {
  const { t } = useTranslation("affiliate")
  const act = useAct()
  const { mutateAsync } = useDeleteProgram()

  return useCallback(
    ({ id, name }: Ref) =>
      act({
        ask: {
          title: t("programs.delete.title", { name }),
          description: t("programs.delete.description"),
          confirmText: t("common.actions.delete"),
        },
        change: () => mutateAsync(id),
        done: () => {
          toast.success(t("programs.delete.done", { name }))
          onDone?.()
        },
      }),
    [t, act, mutateAsync, onDone]
  )
}
