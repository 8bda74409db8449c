import { useTranslation } from "react-i18next"

import { Section } from "../../../components/section"
import { useFormat } from "../../../lib/format"
import type { Stats } from "../../../types"

/** How many clicks became carts, and how many of those orders. */
export const FunnelSection = ({ stats: { funnel } }: { stats: Stats }) => {
  const { t } = useTranslation("affiliate")
  const { number } = useFormat()
  const stages = [
    { name: t("overview.figures.clicks"), count: funnel.clicks },
    { name: t("overview.funnel.carts"), count: funnel.carts },
    { name: t("overview.figures.orders"), count: funnel.orders },
  ]
  const most = Math.max(1, ...stages.map(({ count }) => count))

  return (
    <Section
      title={t("overview.funnel.title")}
      description={t("overview.funnel.description")}
    >
      <dl className="flex flex-col gap-y-3 px-6 py-5">
        {stages.map(({ name, count }) => (
          <div key={name} className="flex items-center gap-x-4">
            <dt className="txt-compact-small text-ui-fg-subtle w-28 shrink-0">
              {name}
            </dt>
            <dd className="flex min-w-0 flex-1 items-center gap-x-3">
              <span
                aria-hidden
                className="bg-ui-tag-blue-icon h-2 rounded-full"
                style={{ width: `${(count / most) * 80}%` }}
              />
              <span className="txt-compact-small text-ui-fg-base tabular-nums">
                {number(count)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
