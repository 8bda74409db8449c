import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { Box } from "../../components/box"
import { Listing } from "../../components/listing"
import { PayoutBadge } from "../../components/state-badge"
import { Answered, Empty } from "../../components/states"
import { usePayouts } from "../../hooks/answers"
import { useListSearch } from "../../hooks/search"
import { useSpeech } from "../../i18n/language"

export function PayoutHistory() {
  const { t, format } = useSpeech()
  const search = useListSearch()
  const query = usePayouts({ offset: search.offset })
  return (
    <Box title={t("payouts.history.title")} flush>
      <Answered query={query}>
        {({ payouts, count }) => (
          <Listing
            count={count}
            search={search}
            empty={
              <Empty
                title={t("payouts.history.empty")}
                text={t("payouts.history.emptyText")}
              />
            }
          >
            <ul>
              {payouts.map((payout) => (
                <li
                  key={payout.id}
                  className="border-ui-border-base border-t first:border-t-0"
                >
                  <Link
                    to={`/payouts/${payout.id}`}
                    className="hover:bg-ui-bg-base-hover flex items-center justify-between gap-4 px-4 py-3 sm:px-6"
                  >
                    <span className="min-w-0 flex-1">
                      <span className="txt-compact-small-plus block">
                        {t("payouts.number", {
                          number: String(payout.display_id),
                        })}
                      </span>
                      <Text
                        as="span"
                        size="small"
                        className="text-ui-fg-subtle"
                      >
                        {format.day(payout.created_at)}
                      </Text>
                    </span>
                    <span className="flex flex-col-reverse items-end gap-1 sm:flex-row sm:items-center sm:gap-4">
                      <PayoutBadge status={payout.status} />
                      <span className="txt-compact-small-plus min-w-24 text-right tabular-nums">
                        {format.money(payout.amount, payout.currency_code)}
                      </span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </Listing>
        )}
      </Answered>
    </Box>
  )
}
