import { clx, Text } from "@medusajs/ui"
import { useState } from "react"
import { Box } from "../../components/box"
import { Choice } from "../../components/field"
import { useSpeech } from "../../i18n/language"
import type { Dashboard, Part } from "../../lib/types"

const BYS = ["campaign", "sub_id", "link"] as const
type By = (typeof BYS)[number]
type Row = Part & { name: string }

/** Which campaign, sub id or link brought how much. */
export function Parts({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useSpeech()
  const [by, setBy] = useState<By>("campaign")
  const rows = useRows(dashboard, by)
  return (
    <Box
      flush
      title={t("dashboard.parts.title")}
      action={
        <div className="w-48">
          <Choice
            label={t("dashboard.parts.title")}
            hideLabel
            value={by}
            options={BYS.map((value) => ({
              value,
              label: t(`dashboard.parts.${value}`),
            }))}
            onValue={(value) => setBy(BYS.find((one) => one === value)!)}
          />
        </div>
      }
    >
      {rows.length === 0 ? (
        <Text className="text-ui-fg-subtle px-4 pb-6 pt-3 sm:px-6">
          {t("dashboard.parts.empty")}
        </Text>
      ) : (
        <PartsTable rows={rows} currency={dashboard.currency_code} />
      )}
    </Box>
  )
}

function useRows(dashboard: Dashboard, by: By): Row[] {
  const { t } = useSpeech()
  const none = t("dashboard.parts.none")
  if (by === "link")
    return dashboard.by_link.map((part) => ({
      ...part,
      name: part.link
        ? (part.link.label ?? part.link.slug)
        : t("dashboard.parts.code"),
    }))
  return by === "campaign"
    ? dashboard.by_campaign.map((part) => ({
        ...part,
        name: part.campaign ?? none,
      }))
    : dashboard.by_sub_id.map((part) => ({
        ...part,
        name: part.sub_id ?? none,
      }))
}

function PartsTable({ rows, currency }: { rows: Row[]; currency: string }) {
  const { t, format } = useSpeech()
  const head =
    "px-2 py-2 font-medium first:pl-4 last:pr-4 sm:first:pl-6 sm:last:pr-6"
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={t("dashboard.parts.title")}
      className="max-h-80 overflow-auto pb-2"
    >
      <table className="txt-small w-full tabular-nums">
        <thead className="text-ui-fg-subtle text-right">
          <tr>
            <th scope="col" className={clx(head, "text-left")}>
              {t("dashboard.parts.name")}
            </th>
            <th scope="col" className={head}>
              {t("dashboard.figures.clicks")}
            </th>
            <th scope="col" className={head}>
              {t("dashboard.figures.orders")}
            </th>
            <th scope="col" className={head}>
              {t("dashboard.figures.commission")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at} className="border-ui-border-base border-t text-right">
              <th
                scope="row"
                className={clx(
                  head,
                  "break-anywhere min-w-24 text-left font-normal"
                )}
              >
                {row.name}
              </th>
              <td className={head}>{format.count(row.clicks)}</td>
              <td className={head}>{format.count(row.orders)}</td>
              <td className={clx(head, "whitespace-nowrap")}>
                {format.money(row.commission, currency)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
