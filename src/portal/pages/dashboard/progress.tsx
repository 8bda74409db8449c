import { Text } from "@medusajs/ui"
import { Box } from "../../components/box"
import { useSpeech } from "../../i18n/language"
import type { Dashboard, Requirement } from "../../lib/types"

/** How far it is to the next milestone and to the next tier. */
export function Progress({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useSpeech()
  const { next_tier, milestones, currency_code } = dashboard
  const own = milestones.filter((one) => one.currency_code === currency_code)
  if (!next_tier && own.length === 0) return null
  return (
    <Box title={t("dashboard.progress.title")}>
      <div className="grid gap-6 md:grid-cols-2">
        {own.length > 0 && <Milestone milestones={own} />}
        {next_tier && (
          <div className="flex flex-col gap-3">
            <Text weight="plus">
              {t("dashboard.progress.tier", { name: next_tier.name })}
            </Text>
            {next_tier.requirements.map((requirement, at) => (
              <TierBar
                key={at}
                requirement={requirement}
                currency={requirement.currency_code ?? currency_code}
              />
            ))}
          </div>
        )}
      </div>
    </Box>
  )
}

function Milestone({ milestones }: { milestones: Dashboard["milestones"] }) {
  const { t, format } = useSpeech()
  const inOrder = [...milestones].sort((a, b) => a.threshold - b.threshold)
  const next = inOrder.find((one) => one.reached_at === null)
  if (!next) {
    const last = inOrder[inOrder.length - 1]
    return (
      <Text>
        {t("dashboard.progress.milestonesDone", {
          threshold: format.money(last.threshold, last.currency_code),
        })}
      </Text>
    )
  }
  const money = (amount: number) => format.money(amount, next.currency_code)
  return (
    <div className="flex flex-col gap-3">
      <Text weight="plus">{t("dashboard.progress.milestone")}</Text>
      <Bar
        label={t("dashboard.progress.milestoneText", {
          earned: money(next.earned),
          threshold: money(next.threshold),
        })}
        share={next.earned / next.threshold}
      />
    </div>
  )
}

function TierBar({
  requirement: { metric, window_days, threshold, value },
  currency,
}: {
  requirement: Requirement
  currency: string
}) {
  const { t, format } = useSpeech()
  const write = (amount: number) =>
    metric === "orders" ? format.count(amount) : format.money(amount, currency)
  const when =
    window_days === null
      ? t("dashboard.progress.ever")
      : t("dashboard.progress.window", { count: window_days })
  const of = t("dashboard.progress.of", {
    value: write(value),
    threshold: write(threshold),
  })
  return (
    <Bar
      label={`${t(`dashboard.progress.metric.${metric}`)} ${when}: ${of}`}
      share={threshold > 0 ? value / threshold : 1}
    />
  )
}

function Bar({ label, share }: { label: string; share: number }) {
  const percent = Math.round(Math.max(0, Math.min(1, share)) * 100)
  return (
    <div className="flex flex-col gap-1.5">
      <Text size="small" className="text-ui-fg-subtle">
        {label}
      </Text>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="bg-ui-bg-component h-2 overflow-hidden rounded-full"
      >
        <div
          className="h-full rounded-full bg-[var(--portal-accent)]"
          style={{ width: `${percent}%` }}
        />
      </div>
    </div>
  )
}
