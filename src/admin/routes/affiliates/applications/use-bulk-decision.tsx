import { toast } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { ReasonPrompt } from "../../../components/reason-prompt"
import { useAct } from "../../../hooks/act"
import type { Decision } from "../../../hooks/applications"
import { useDecideApplications } from "../../../hooks/applications"
import type { Application, BatchOutcome, Reapply } from "../../../types"
import { RejectPrompt } from "../reject-prompt"
import { OutcomesDialog } from "./outcomes-dialog"

/**
 * Asks for a confirmation and a reason, decides on many applications, and
 * says what became of each where some were refused.
 *
 * `dialogs` has to be rendered by the caller.
 */
export function useBulkDecision(onDone: () => void): {
  ask: (decision: Decision, applications: Application[]) => void
  dialogs: ReactNode
  isAsking: boolean
} {
  const { t } = useTranslation("affiliate")
  const act = useAct()
  const { mutateAsync, isPending } = useDecideApplications()
  const [asked, setAsked] = useState<{
    decision: Decision
    applications: Application[]
  } | null>(null)
  const [open, setOpen] = useState(false)
  const [outcomes, setOutcomes] = useState<BatchOutcome[] | null>(null)

  const confirm = (reason: string | undefined, reapply?: Reapply) => {
    setOpen(false)
    if (!asked) {
      return
    }
    const { decision, applications } = asked
    void act({
      change: () =>
        mutateAsync({
          ids: applications.map(({ id }) => id),
          action: decision,
          reason,
          ...reapply,
        }),
      done: ({ results, succeeded, failed }) => {
        onDone()
        if (failed) {
          setOutcomes(results)
        } else {
          toast.success(
            t(`applications.bulk.${decision}.done`, { count: succeeded })
          )
        }
      },
    })
  }

  // What was asked stays rendered while the prompt closes, so that its words do not vanish first.
  const about = asked && {
    open,
    title: t(`applications.bulk.${asked.decision}.title`, {
      count: asked.applications.length,
    }),
    description: t(`applications.bulk.${asked.decision}.description`),
    onClose: () => setOpen(false),
  }
  const dialogs = asked && about && (
    <>
      {asked.decision === "reject" ? (
        <RejectPrompt {...about} onConfirm={confirm} />
      ) : (
        <ReasonPrompt
          {...about}
          reasonLabel={t("affiliates.transition.reason")}
          reasonPlaceholder={t("affiliates.transition.reasonPlaceholder")}
          confirmText={t(`affiliates.transition.${asked.decision}.action`)}
          onConfirm={(reason) => confirm(reason)}
        />
      )}
      <OutcomesDialog
        outcomes={outcomes}
        applications={asked.applications}
        onClose={() => setOutcomes(null)}
      />
    </>
  )

  return {
    ask: (decision, applications) => {
      if (!isPending) {
        setAsked({ decision, applications })
        setOpen(true)
      }
    },
    dialogs,
    isAsking: open || isPending || outcomes !== null,
  }
}
