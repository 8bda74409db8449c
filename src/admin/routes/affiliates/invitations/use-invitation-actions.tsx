import { useCallback, useRef } from "react"
import { useTranslation } from "react-i18next"

import { useInvitationOutcome } from "../../../components/invitations/use-invitation-outcome"
import { useAct } from "../../../hooks/act"
import {
  useResendInvitation,
  useRevokeInvitation,
} from "../../../hooks/invitations"
import type { Invitation } from "../../../types"

/** Sends an invitation again, or takes it back, after asking. `drawer` has to be rendered. */
export function useInvitationActions() {
  const { t } = useTranslation("affiliate")
  const act = useAct()
  const { tell, drawer } = useInvitationOutcome()
  const { mutateAsync: resend } = useResendInvitation()
  const { mutateAsync: revoke } = useRevokeInvitation()

  const actions = {
    resend: ({ id, email }: Invitation) =>
      act({
        ask: {
          variant: "confirmation",
          title: t("invitations.resend.title", { email }),
          description: t("invitations.resend.description"),
          confirmText: t("invitations.actions.resend"),
        },
        change: () => resend(id),
        done: ({ affiliate_invitation }) => tell([affiliate_invitation]),
      }),
    revoke: ({ id, email }: Invitation) =>
      act({
        ask: {
          title: t("invitations.revoke.title", { email }),
          description: t("invitations.revoke.description"),
          confirmText: t("invitations.actions.revoke"),
        },
        change: () => revoke(id),
        done: t("invitations.revoke.done", { email }),
      }),
  }
  // The columns of the table stay the same while what they call does not.
  const latest = useRef(actions)
  latest.current = actions

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
