import { StatusBadge, Tooltip } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"

import type { Invitation, InvitationEmailStatus } from "../../types"
import { DateText } from "../date-text"

const COLORS: Record<
  InvitationEmailStatus,
  NonNullable<ComponentProps<typeof StatusBadge>["color"]>
> = {
  none: "grey",
  waiting: "orange",
  sent: "green",
  failed: "red",
}

/** How far the e-mail of an invitation has come: when it went out, or why it did not and what happens now. */
export const EmailState = ({
  invitation: { status, email_status, email_error, sent_at },
}: {
  invitation: Invitation
}) => {
  const { t } = useTranslation("affiliate")
  if (sent_at) {
    return <DateText value={sent_at} />
  }
  // Of one that cannot be accepted any more no e-mail is to come.
  if (status !== "open") {
    return <span className="text-ui-fg-muted">–</span>
  }
  const said =
    email_error && t("invitations.emailError", { error: email_error })
  return (
    <Tooltip
      content={[said, t(`invitations.emailHint.${email_status}`)]
        .filter(Boolean)
        .join(" ")}
      className="break-words"
    >
      <span>
        <StatusBadge color={COLORS[email_status]} className="text-nowrap">
          {t(`invitations.emailStatus.${email_status}`)}
        </StatusBadge>
      </span>
    </Tooltip>
  )
}
