import { FetchError } from "@medusajs/js-sdk"
import { Alert, Button, Hint, Label } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"

import { usePreviewRule } from "../../../../hooks/rules"
import type { CreateRule } from "../../../../types"
import { OrderSelect } from "./order-select"
import { PreviewResult } from "./preview-result"

type TryPanelProps = {
  programId: string
  /** The rule to try; `null` = it cannot be tried as it is, and the form says why. */
  draft: () => Promise<CreateRule | null>
  /** What the rule says now, to notice that it has changed since it was tried. */
  says: string
  /** The rule that it would be the next version of. */
  ruleId?: string
}

/** Picks an order, and shows what a rule would make of it. */
export const TryPanel = ({ programId, draft, says, ruleId }: TryPanelProps) => {
  const { t } = useTranslation("affiliate")
  const id = useId()
  const [orderId, setOrderId] = useState("")
  const [tried, setTried] = useState("")
  const [incomplete, setIncomplete] = useState(false)
  const { mutate, reset, data, error, isPending } = usePreviewRule()

  const run = async (order_id: string) => {
    const rule = await draft()
    setIncomplete(!rule)
    if (rule) {
      setTried(says)
      mutate({ rule, order_id, rule_id: ruleId })
    }
  }
  const pick = (order_id: string) => {
    setOrderId(order_id)
    setIncomplete(false)
    reset()
    if (order_id) {
      void run(order_id)
    }
  }

  return (
    <div className="flex flex-col gap-y-4">
      <div className="flex flex-col gap-y-2">
        <Label htmlFor={id} size="small" weight="plus">
          {t("rules.try.order")}
        </Label>
        <div className="flex items-center gap-x-2">
          <div className="min-w-0 flex-1">
            <OrderSelect
              id={id}
              programId={programId}
              value={orderId}
              onChange={pick}
            />
          </div>
          <Button
            type="button"
            variant="secondary"
            isLoading={isPending}
            disabled={!orderId}
            onClick={() => void run(orderId)}
          >
            {t("rules.try.action")}
          </Button>
        </div>
        <Hint>{t("rules.try.orderHint")}</Hint>
      </div>
      {incomplete && (
        <Alert variant="warning">{t("rules.try.incomplete")}</Alert>
      )}
      {error && (
        <Alert variant="error">
          <span className="font-medium">{t("rules.try.failed")}</span>
          <span className="text-ui-fg-subtle block break-words">
            {error instanceof FetchError
              ? error.message
              : t("common.error.unknown")}
          </span>
        </Alert>
      )}
      {data && !error && !incomplete && (
        <>
          {tried !== says && (
            <Alert variant="warning">{t("rules.try.stale")}</Alert>
          )}
          <PreviewResult preview={data} ruleId={ruleId} />
        </>
      )}
    </div>
  )
}
