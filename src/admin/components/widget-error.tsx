import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type WidgetErrorProps = { message: string; onRetry: () => void }

/** What could not be loaded, in the little room that a widget has. */
export const WidgetError = ({ message, onRetry }: WidgetErrorProps) => {
  const { t } = useTranslation("affiliate")

  return (
    <div role="alert" className="flex flex-col items-start gap-y-3 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {message}
      </Text>
      <Button size="small" variant="secondary" onClick={onRetry}>
        {t("common.actions.retry")}
      </Button>
    </div>
  )
}
