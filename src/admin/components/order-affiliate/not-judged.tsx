import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type NotJudgedProps = { onReconcile: () => void; isPending: boolean }

/** An order that the store has not come to yet, e.g. one from before the plugin. */
export const NotJudged = ({ onReconcile, isPending }: NotJudgedProps) => {
  const { t } = useTranslation("affiliate")

  return (
    <div className="flex flex-col items-start gap-y-3 px-6 py-4">
      <div>
        <Text size="small" leading="compact" weight="plus">
          {t("widgets.order.notJudged")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("widgets.order.notJudgedHint")}
        </Text>
      </div>
      <Button
        size="small"
        variant="secondary"
        isLoading={isPending}
        onClick={onReconcile}
      >
        {t("widgets.order.reconcile.action")}
      </Button>
    </div>
  )
}
