import { Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { Section } from "../../../../components/section"
import { useFormat } from "../../../../lib/format"
import type { Payout } from "../../../../types"

const STEPS = [
  ["requested", "created_at"],
  ["processing", "processing_at"],
  ["failed", "failed_at"],
  ["canceled", "canceled_at"],
  ["paid", "paid_at"],
  ["returned", "returned_at"],
  ["stuck", "stuck_at"],
] as const

/** The statuses that a payout went through, latest first. */
export const HistorySection = ({ payout }: { payout: Payout }) => {
  const { t } = useTranslation("affiliate")
  const { dateTime } = useFormat()

  const steps = STEPS.flatMap(([name, column]) => {
    const at = payout[column]
    return at ? [{ name, at }] : []
  }).sort((a, b) => (a.at < b.at ? 1 : -1))

  return (
    <Section title={t("payouts.history.title")}>
      <ol className="flex flex-col px-6 py-4">
        {steps.map(({ name, at }, index) => (
          <li key={name} className="flex gap-x-3">
            <div className="flex flex-col items-center">
              <span
                className={clx(
                  "mt-1.5 size-2 shrink-0 rounded-full",
                  index === 0 ? "bg-ui-tag-neutral-icon" : "bg-ui-border-strong"
                )}
              />
              {index < steps.length - 1 && (
                <span className="bg-ui-border-base my-1 w-px flex-1" />
              )}
            </div>
            <div className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4 pb-3">
              <Text
                size="small"
                leading="compact"
                weight={index === 0 ? "plus" : "regular"}
              >
                {t(`payouts.history.${name}`)}
              </Text>
              <Text size="small" leading="compact" className="text-ui-fg-muted">
                {dateTime(at)}
              </Text>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
