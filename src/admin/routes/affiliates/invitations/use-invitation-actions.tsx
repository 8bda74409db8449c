import { toast } from "@medusajs/ui"
import { useCallback, useRef } from "react"
import { useTranslation } from "react-i18next"

import { useInvitationOutcome } from "../../../components/invitations/use-invitation-outcome"
import { useErrorToast } from "../../../components/use-error-toast"
import { useConfirm } from "../../../hooks/confirm"
import {
  useResendInvitation,
  useRevokeInvitation,
} from "../../../hooks/invitations"
import type { Invitation } from "../../../types"

/** Sends an invitation again, or takes it back, after asking. `drawer` has to be rendered. */
export function useInvitationActions() {
  const { t } = useTranslation("affiliate")
  const confirm = useConfirm()
  const showError = useErrorToast()
  const { tell, drawer } = useInvitationOutcome()
  const { mutate: resend } = useResendInvitation()
  const { mutate: revoke } = useRevokeInvitation()

  const act = {
    resend: async ({ id, email }: Invitation) => {
      const agreed = await confirm({
        variant: "confirmation",
        title: t("invitations.resend.title", { email }),
        description: t("invitations.resend.description"),
        confirmText: t("invitations.actions.resend"),
        cancelText: t("common.actions.cancel"),
      })
      if (agreed) {
        resend(id, {
          onSuccess: ({ affiliate_invitation }) => tell([affiliate_invitation]),
          onError: showError,
        })
      }
    },
    revoke: async ({ id, email }: Invitation) => {
      const agreed = await confirm({
        title: t("invitations.revoke.title", { email }),
        description: t("invitations.revoke.description"),
        confirmText: t("invitations.actions.revoke"),
        cancelText: t("common.actions.cancel"),
      })
      if (agreed) {
        revoke(id, {
          onSuccess: () =>
            toast.success(t("invitations.revoke.done", { email })),
          onError: showError,
        })
      }
    },
  }
  // The columns of the table stay the same while what they call does not.
  const latest = useRef(act)
  latest.current = act

  return {
    resend: useCallback(
      (invitation: Invitation) => void latest.current.resend(invitation),
      []
    ),
    revoke: useCallback(
      (invitation: Invitation) => void latest.current.revoke(invitation),
      []
    ),
    drawer,
  }
}
