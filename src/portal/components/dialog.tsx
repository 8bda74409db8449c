import { Drawer } from "@medusajs/ui"
import type { ReactNode } from "react"

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
  return (
    <Drawer open={open} onOpenChange={(next) => !next && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{title}</Drawer.Title>
          {text && <Drawer.Description>{text}</Drawer.Description>}
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto">{children}</Drawer.Body>
        {foot && <Drawer.Footer>{foot}</Drawer.Footer>}
      </Drawer.Content>
    </Drawer>
  )
}
