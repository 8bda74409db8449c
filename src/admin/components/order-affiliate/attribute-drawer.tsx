import { Drawer, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { AttributeForm } from "./attribute-form"

type AttributeDrawerProps = {
  orderId: string
  /** Who is credited now. */
  current: string | null
  open: boolean
  onClose: () => void
}

/** Where a merchant says who is credited with an order. */
export const AttributeDrawer = ({
  orderId,
  current,
  open,
  onClose,
}: AttributeDrawerProps) => {
  const { t } = useTranslation("affiliate")

  return (
    <Drawer open={open} onOpenChange={(next) => !next && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title asChild>
            <Heading>{t("widgets.order.attribute.title")}</Heading>
          </Drawer.Title>
          <Drawer.Description>
            <span className="txt-small text-ui-fg-subtle block text-pretty">
              {t("widgets.order.attribute.description")}
            </span>
          </Drawer.Description>
        </Drawer.Header>
        <AttributeForm orderId={orderId} current={current} onDone={onClose} />
      </Drawer.Content>
    </Drawer>
  )
}
