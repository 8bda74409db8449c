import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { MainLink } from "../components/action"
import { Box, PageTitle } from "../components/box"
import { useTabTitle } from "../components/brand-mark"
import { Listing, ListFilters } from "../components/listing"
import { CommissionBadge } from "../components/state-badge"
import { Answered, Empty } from "../components/states"
import { useCommissions } from "../hooks/answers"
import { useCommissionWords } from "../hooks/commission-words"
import { useListSearch } from "../hooks/search"
import { useSpeech } from "../i18n/language"
import type { Commission, CommissionStatus } from "../lib/types"

const STATUSES: CommissionStatus[] = [
  "pending",
  "available",
  "requested",
  "paid",
  "clawed_back",
]

export function EarningsPage() {
  const { t } = useSpeech()
  useTabTitle(t("earnings.title"))
  const search = useListSearch()
  const [status, q] = [search.get("status"), search.get("q")]
  const query = useCommissions({ status, q, offset: search.offset })
  return (
    <>
      <PageTitle title={t("earnings.title")} intro={t("earnings.intro")} />
      <Box flush>
        <ListFilters
          label={t("earnings.status_label")}
          name="status"
          value={status}
          options={[
            { value: "", label: t("common.all") },
            ...STATUSES.map((value) => ({
              value,
              label: t(`earnings.status.${value}`),
            })),
          ]}
          q={q}
          hint={t("earnings.searchHint")}
          change={search.change}
        />
        <Answered query={query}>
          {({ commissions, count }) => (
            <Listing
              count={count}
              search={search}
              empty={
                status || q ? (
                  <Text className="text-ui-fg-subtle px-4 py-8 text-center">
                    {t("earnings.filtered")}
                  </Text>
                ) : (
                  <Empty
                    title={t("earnings.empty")}
                    text={t("earnings.emptyText")}
                    action={
                      <MainLink to="/links">
                        {t("dashboard.start.action")}
                      </MainLink>
                    }
                  />
                )
              }
            >
              <ul>
                {commissions.map((commission) => (
                  <EarningRow key={commission.id} commission={commission} />
                ))}
              </ul>
            </Listing>
          )}
        </Answered>
      </Box>
    </>
  )
}

function EarningRow({ commission }: { commission: Commission }) {
  const { t, format } = useSpeech()
  const words = useCommissionWords()
  const { id, lines, kind, status, amount, currency_code, reason } = commission
  const goods = lines.map(({ title }) => title).join(", ") || reason
  return (
    <li className="border-ui-border-base border-t">
      <Link
        to={`/earnings/${id}`}
        className="hover:bg-ui-bg-base-hover grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_8rem_9rem_8rem] sm:px-6"
      >
        <span className="min-w-0">
          <span className="txt-compact-small-plus block">
            {words.what(commission)}
            {kind !== "sale" && commission.order_display_id !== null && (
              <span className="text-ui-fg-subtle font-normal">
                {" "}
                · {t(`earnings.kind.${kind}`)}
              </span>
            )}
          </span>
          {goods && (
            <span className="txt-small text-ui-fg-subtle block truncate">
              {goods}
            </span>
          )}
        </span>
        <span className="txt-small text-ui-fg-subtle hidden sm:block">
          {format.day(commission.created_at)}
        </span>
        <span className="order-last col-span-2 flex flex-wrap items-center gap-x-2 sm:order-none sm:col-span-1 sm:flex-col sm:items-start">
          <CommissionBadge status={status} />
          {status === "pending" && (
            <span className="txt-small text-ui-fg-subtle">
              {words.whenShort(commission)}
            </span>
          )}
        </span>
        <span className="txt-compact-small-plus text-right tabular-nums">
          {format.money(amount, currency_code)}
        </span>
      </Link>
    </li>
  )
}
