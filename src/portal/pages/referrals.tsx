import { Text } from "@medusajs/ui"
import { Box, PageTitle } from "../components/box"
import { useTabTitle } from "../components/brand-mark"
import { CopyButton, ShareButton } from "../components/copy"
import { Listing } from "../components/listing"
import { Badge } from "../components/state-badge"
import { Answered, Empty } from "../components/states"
import { useAffiliate } from "../hooks/affiliate"
import { useReferrals } from "../hooks/answers"
import { useListSearch } from "../hooks/search"
import { useSpeech } from "../i18n/language"
import { portalRoot } from "../lib/config"
import type { Referral } from "../lib/types"

const COLOURS = {
  pending: "orange",
  approved: "green",
  rejected: "grey",
  suspended: "red",
} as const

export function ReferralsPage() {
  const { t } = useSpeech()
  useTabTitle(t("more.referrals.title"))
  const search = useListSearch()
  const query = useReferrals({ offset: search.offset })
  return (
    <>
      <PageTitle
        title={t("more.referrals.title")}
        intro={t("more.referrals.intro")}
      />
      <Recruit />
      <Box flush>
        <Answered query={query}>
          {({ affiliates, count }) => (
            <Listing
              count={count}
              search={search}
              empty={
                <Empty
                  title={t("more.referrals.empty")}
                  text={t("more.referrals.emptyText")}
                />
              }
            >
              <ul>
                {affiliates.map((referral) => (
                  <ReferralRow key={referral.id} referral={referral} />
                ))}
              </ul>
            </Listing>
          )}
        </Answered>
      </Box>
    </>
  )
}

/** The page to apply on, with this affiliate's code in it. */
function Recruit() {
  const { t } = useSpeech()
  const code = useAffiliate().codes.find(({ retired_at }) => !retired_at)?.code
  if (!code) return null
  const url = new URL("sign-up", portalRoot)
  url.searchParams.set("ref", code)
  return (
    <Box title={t("more.referrals.invite")}>
      <div className="flex flex-wrap items-center gap-3">
        <code className="txt-small break-anywhere min-w-0 flex-1 basis-60">
          {url.href}
        </code>
        <CopyButton text={url.href} thing={t("more.referrals.invite")} />
        <ShareButton
          data={{ url: url.href }}
          thing={t("more.referrals.invite")}
        />
      </div>
    </Box>
  )
}

function ReferralRow({ referral }: { referral: Referral }) {
  const { t, format } = useSpeech()
  const { name, level, status, joined_at, orders, commission } = referral
  return (
    <li className="border-ui-border-base flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t px-4 py-3 first:border-t-0 sm:px-6">
      <div className="min-w-0 flex-1 basis-48">
        <Text weight="plus" className="break-anywhere">
          {name}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("more.referrals.levelName", { level: String(level) })} ·{" "}
          {t("more.referrals.joined")} {format.day(joined_at)} ·{" "}
          {t("links.orders", { count: orders })}
        </Text>
      </div>
      <Badge color={COLOURS[status]}>
        {t(`more.referrals.statuses.${status}`)}
      </Badge>
      <div className="txt-small min-w-24 text-right tabular-nums">
        <span className="sr-only">{t("more.referrals.commission")}: </span>
        {commission.length === 0
          ? "–"
          : commission.map(({ currency_code, amount }) => (
              <span key={currency_code} className="block">
                {format.money(amount, currency_code)}
              </span>
            ))}
      </div>
    </li>
  )
}
