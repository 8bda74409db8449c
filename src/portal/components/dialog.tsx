import { XMark } from "@medusajs/icons"
import { Drawer, IconButton } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useSpeech } from "../i18n/language"

/** Something to fill in beside the page; on a phone over all of it. */
export function Dialog({
  title,
  text,
  open,
  onClose,
  children,
  foot,
}: {
  title: string
  text?: string
  open: boolean
  onClose: () => void
  children: ReactNode
  foot?: ReactNode
}) {
  const { t } = useSpeech()
  return (
    <Drawer open={open} onOpenChange={(next) => !next && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        {/* The header of the design system has a button to close that no screen reader can name. */}
        <div className="border-ui-border-base flex items-start justify-between gap-x-4 border-b px-6 py-4">
          <div className="flex flex-col gap-y-1">
            <Drawer.Title>{title}</Drawer.Title>
            {text && <Drawer.Description>{text}</Drawer.Description>}
          </div>
          <Drawer.Close asChild>
            <IconButton
              size="small"
              type="button"
              variant="transparent"
              aria-label={t("common.close")}
            >
              <XMark />
            </IconButton>
          </Drawer.Close>
        </div>
        <Drawer.Body className="overflow-y-auto">{children}</Drawer.Body>
        {foot && <Drawer.Footer>{foot}</Drawer.Footer>}
      </Drawer.Content>
    </Drawer>
  )
}
