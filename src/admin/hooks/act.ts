import { toast } from "@medusajs/ui"
import { useCallback, useRef } from "react"
import { useTranslation } from "react-i18next"

import { useErrorToast } from "../components/use-error-toast"
import { useConfirm, type ConfirmWords } from "./confirm"

type Act<Answer> = {
  /** What has to be agreed to first; without it nothing is asked. */
  ask?: Omit<ConfirmWords, "cancelText">
  /** A mutation's `mutateAsync`: its `mutate` tells nobody whose row the change has taken away. */
  change: () => Promise<Answer>
  /** What is said when it is done; a function where it takes more than words. */
  done: string | ((answer: Answer) => void)
}

/**
 * Asks, changes something, and says what became of it, also when whoever asked
 * is no longer on the page by then. What is returned stays the same function.
 */
export function useAct() {
  const { t } = useTranslation("affiliate")
  const confirm = useConfirm()
  const showError = useErrorToast()

  const act = async <Answer>({ ask, change, done }: Act<Answer>) => {
    if (
      ask &&
      !(await confirm({ ...ask, cancelText: t("common.actions.cancel") }))
    ) {
      return
    }
    await change().then(
      (answer) =>
        typeof done === "string" ? toast.success(done) : done(answer),
      showError
    )
  }
  const latest = useRef(act)
  latest.current = act

  return useCallback(
    <Answer>(what: Act<Answer>): Promise<void> => latest.current(what),
    []
  )
}
