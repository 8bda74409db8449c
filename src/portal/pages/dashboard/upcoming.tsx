import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { TextLink } from "../../components/action"
import { Box } from "../../components/box"
import { Answered } from "../../components/states"
import { useCommissions } from "../../hooks/answers"
import { useCommissionWords } from "../../hooks/commission-words"
import { useSpeech } from "../../i18n/language"

const ROWS = 6

/** What is released next, and when. */
export function Upcoming({ currency }: { currency: string }) {
  const { t, format } = useSpeech()
  const words = useCommissionWords()
  const query = useCommissions({
    status: "pending",
    currency_code: currency,
    order: "available_at",
    limit: ROWS,
  })
  return (
    <Box title={t("dashboard.upcoming.title")} flush>
      <Answered query={query}>
        {({ commissions, count }) =>
          count === 0 ? (
            <Text className="text-ui-fg-subtle px-4 pb-6 pt-3 sm:px-6">
              {t("dashboard.upcoming.none")}
            </Text>
          ) : (
            <>
              <ul>
                {commissions.map((commission) => (
                  <li
                    key={commission.id}
                    className="border-ui-border-base border-t first:border-t-0"
                  >
                    <Link
                      to={`/earnings/${commission.id}`}
                      className="hover:bg-ui-bg-base-hover flex items-baseline justify-between gap-4 px-4 py-2.5 sm:px-6"
                    >
                      <span className="min-w-0">
                        <span className="txt-compact-small-plus block">
                          {words.what(commission)}
                        </span>
                        <span className="txt-small text-ui-fg-subtle">
                          {words.whenShort(commission)}
                        </span>
                      </span>
                      <span className="txt-compact-small-plus shrink-0 tabular-nums">
                        {format.money(
                          commission.amount,
                          commission.currency_code
                        )}
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
              {count > ROWS && (
                <div className="txt-small px-4 pb-4 pt-2 sm:px-6">
                  <TextLink to="/earnings?status=pending">
                    {t("dashboard.upcoming.more")}
                  </TextLink>
                </div>
              )}
            </>
          )
        }
      </Answered>
    </Box>
  )
}
