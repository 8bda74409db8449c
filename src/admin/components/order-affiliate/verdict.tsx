import { TriangleDownMini } from "@medusajs/icons"
import { Badge, Button, Text, Tooltip, clx } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"

import type { AffiliateOrderDetail } from "../../types"
import { Money } from "../money"
import { SectionRow } from "../section-row"
import { TraceSteps } from "../trace-steps"
import { CommissionRow } from "./commission-row"
import { useReasonWords } from "./use-reason-words"

type VerdictProps = { order: AffiliateOrderDetail }

/** Who is credited, how much each earns, and why. */
export const Verdict = ({ order }: VerdictProps) => {
  const { t } = useTranslation("affiliate")
  const reasonWords = useReasonWords()

  return (
    <>
      <div className="flex items-start justify-between gap-x-4 px-6 py-4">
        <div className="min-w-0">
          <Text size="small" leading="compact" weight="plus">
            {order.outcome === "none"
              ? t("widgets.order.nobody")
              : order.source && t(`widgets.order.source.${order.source}`)}
          </Text>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {reasonWords(order.reason)}
          </Text>
        </div>
        {order.flagged && (
          <Tooltip content={t("widgets.order.flaggedHint")}>
            <Badge size="2xsmall" color="orange">
              {t("widgets.order.flagged")}
            </Badge>
          </Tooltip>
        )}
      </div>
      {order.commissions.map((commission) => (
        <CommissionRow key={commission.id} commission={commission} />
      ))}
      {order.commissions.length > 1 && (
        <SectionRow
          title={t("widgets.order.total")}
          value={
            <span className="txt-compact-small-plus text-ui-fg-base ms-auto">
              <Money
                amount={order.commission_total}
                currencyCode={order.currency_code}
              />
            </span>
          }
        />
      )}
      {order.note && (
        <SectionRow title={t("widgets.order.note")} value={order.note} />
      )}
      {order.trace.length > 0 && <Why order={order} />}
    </>
  )
}

/** The trace, out of the way until somebody asks. */
const Why = ({ order }: VerdictProps) => {
  const { t } = useTranslation("affiliate")
  const [open, setOpen] = useState(false)
  const id = useId()

  return (
    <div>
      <div className="px-4 py-2">
        <Button
          size="small"
          variant="transparent"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="text-ui-fg-subtle"
        >
          {open ? t("widgets.order.hideWhy") : t("widgets.order.why")}
          <TriangleDownMini
            className={clx("transition-transform", open && "rotate-180")}
          />
        </Button>
      </div>
      <div id={id} hidden={!open} className="border-t">
        <TraceSteps trace={order.trace} />
      </div>
    </div>
  )
}
