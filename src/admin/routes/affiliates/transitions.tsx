import { ArrowUturnLeft, CheckCircle, XCircle } from "@medusajs/icons"
import { toast } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useCallback, useState } from "react"
import { useTranslation } from "react-i18next"

import { ReasonPrompt } from "../../components/reason-prompt"
import { useAct } from "../../hooks/act"
import { useTransitionAffiliate } from "../../hooks/affiliates"
import type {
  AffiliateStatus,
  AffiliateTransition,
  Reapply,
  Ref,
} from "../../types"
import { RejectPrompt } from "./reject-prompt"

const ALLOWED: Record<AffiliateStatus, AffiliateTransition[]> = {
  pending: ["approve", "reject"],
  approved: ["suspend"],
  rejected: ["approve"],
  suspended: ["reinstate"],
}

export const TRANSITION_ICONS: Record<AffiliateTransition, ReactNode> = {
  approve: <CheckCircle />,
  reject: <XCircle />,
  suspend: <XCircle />,
  reinstate: <ArrowUturnLeft />,
}

/** What may be decided about an affiliate in this status. */
export function transitionsOf(status: AffiliateStatus): AffiliateTransition[] {
  return ALLOWED[status]
}

export type AskTransition = (
  affiliate: Ref,
  transition: AffiliateTransition
) => void

/**
 * Decides on affiliates: `ask` opens the prompt for a confirmation and a
 * reason; `prompt` has to be rendered once.
 *
 * @param onDone Told whose status was changed.
 */
export function useTransitions(onDone?: (id: string) => void): {
  ask: AskTransition
  prompt: ReactNode
} {
  const { t } = useTranslation("affiliate")
  const act = useAct()
  const { mutateAsync } = useTransitionAffiliate()
  const [asked, setAsked] = useState<{
    affiliate: Ref
    transition: AffiliateTransition
  } | null>(null)
  const [open, setOpen] = useState(false)

  const ask = useCallback<AskTransition>((affiliate, transition) => {
    setAsked({ affiliate, transition })
    setOpen(true)
  }, [])

  const confirm = (reason: string | undefined, reapply?: Reapply) => {
    setOpen(false)
    if (!asked) {
      return
    }
    const { affiliate, transition } = asked
    void act({
      change: () =>
        mutateAsync({ id: affiliate.id, transition, reason, reapply }),
      done: () => {
        toast.success(
          t(`affiliates.transition.${transition}.done`, {
            name: affiliate.name,
          })
        )
        onDone?.(affiliate.id)
      },
    })
  }

  // What was asked stays rendered while the prompt closes, so that its words do not vanish first.
  const name = asked?.affiliate.name ?? ""
  const close = () => setOpen(false)
  const prompt = !asked ? null : asked.transition === "reject" ? (
    <RejectPrompt
      open={open}
      title={t("affiliates.transition.reject.title", { name })}
      description={t("affiliates.transition.reject.description")}
      onConfirm={confirm}
      onClose={close}
    />
  ) : (
    <ReasonPrompt
      open={open}
      title={t(`affiliates.transition.${asked.transition}.title`, { name })}
      description={t(`affiliates.transition.${asked.transition}.description`)}
      reasonLabel={t("affiliates.transition.reason")}
      reasonPlaceholder={t("affiliates.transition.reasonPlaceholder")}
      confirmText={t(`affiliates.transition.${asked.transition}.action`)}
      variant={asked.transition === "suspend" ? "danger" : "confirmation"}
      onConfirm={(reason) => confirm(reason)}
      onClose={close}
    />
  )

  return { ask, prompt }
}
