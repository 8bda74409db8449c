import { Button, Drawer, toast } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import type { NewInvitation } from "../../types"
import { InvitationLinks } from "./invitation-links"

/**
 * Tells how invitations went out: a note where the store sent them by e-mail,
 * a drawer with the links where it did not. `drawer` has to be rendered.
 *
 * @param onTold Called when nothing is left to be read or copied.
 */
export function useInvitationOutcome(onTold?: () => void): {
  tell: (invitations: NewInvitation[]) => void
  drawer: ReactNode
} {
  const { t } = useTranslation("affiliate")
  const [unsent, setUnsent] = useState<NewInvitation[]>([])
  const [open, setOpen] = useState(false)
  const words = { count: unsent.length, email: unsent[0]?.email ?? "" }
  // Tried again by the store, where it has a way to send e-mails.
  const waits = unsent.some(({ email_status }) => email_status === "waiting")

  const close = () => {
    setOpen(false)
    onTold?.()
  }

  return {
    tell: (invitations) => {
      const sent = invitations.filter(({ sent_at }) => sent_at)
      if (sent.length) {
        toast.success(
          sent.length === 1
            ? t("invitations.done.one", { email: sent[0]?.email })
            : t("invitations.done.many", { count: sent.length })
        )
      }
      if (sent.length < invitations.length) {
        setUnsent(invitations.filter(({ sent_at }) => !sent_at))
        setOpen(true)
      } else {
        onTold?.()
      }
    },
    drawer: (
      <Drawer open={open} onOpenChange={(next) => !next && close()}>
        <Drawer.Content>
          <Drawer.Header>
            <Drawer.Title>{t("invitations.links.title", words)}</Drawer.Title>
            <Drawer.Description className="txt-small text-ui-fg-subtle text-pretty">
              {waits
                ? t("invitations.links.waiting", words)
                : t("invitations.links.description", words)}
            </Drawer.Description>
          </Drawer.Header>
          <Drawer.Body className="overflow-y-auto">
            <InvitationLinks invitations={unsent} />
          </Drawer.Body>
          <Drawer.Footer>
            <Button size="small" onClick={close}>
              {t("invitations.links.done")}
            </Button>
          </Drawer.Footer>
        </Drawer.Content>
      </Drawer>
    ),
  }
}
