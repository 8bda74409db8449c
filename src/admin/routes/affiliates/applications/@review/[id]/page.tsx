import { RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { ArrowUpRightOnBox } from "@medusajs/icons"
import { Button, Heading, InlineTip, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate, useParams } from "react-router-dom"

import { AnswerList } from "../../../../../components/answer-list"
import { LoadError } from "../../../../../components/load-error"
import { SectionRow } from "../../../../../components/section-row"
import { RowsSkeleton } from "../../../../../components/skeletons"
import { TextLink } from "../../../../../components/text-link"
import { useAffiliate } from "../../../../../hooks/affiliates"
import { useApplications } from "../../../../../hooks/applications"
import { useProgram } from "../../../../../hooks/programs"
import { toAnswerRows } from "../../../../../lib/answer-words"
import { useFormat } from "../../../../../lib/format"
import { paths } from "../../../../../lib/paths"
import { useReasonWords } from "../../../../../lib/reason-words"
import type { AffiliateDetail } from "../../../../../types"
import { transitionsOf, useTransitions } from "../../../transitions"

/** All that an applicant said, and the decision; the next one follows by itself. */
const ReviewPage = () => {
  const { id = "" } = useParams()
  const { t } = useTranslation("affiliate")
  const { date } = useFormat()
  const { affiliate, error, refetch } = useAffiliate(id)

  return (
    <RouteDrawer prev={paths.applications}>
      {/* There from the start: a dialog without a title is none for a screen reader. */}
      <RouteDrawer.Header>
        <RouteDrawer.Title asChild>
          <Heading className="[overflow-wrap:anywhere]">
            {affiliate?.name ?? "…"}
          </Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description>
          <span className="txt-small text-ui-fg-subtle block text-pretty">
            {affiliate &&
              t("applications.review.description", {
                date: date(affiliate.created_at),
                program: affiliate.program.name,
              })}
          </span>
        </RouteDrawer.Description>
      </RouteDrawer.Header>
      {affiliate ? (
        <Review key={id} affiliate={affiliate} />
      ) : error ? (
        <LoadError error={error} onRetry={refetch} className="min-h-80" />
      ) : (
        <RowsSkeleton rows={5} />
      )}
    </RouteDrawer>
  )
}

const Review = ({ affiliate }: { affiliate: AffiliateDetail }) => {
  const { t } = useTranslation("affiliate")
  const { ask, prompt, waiting } = useQueue(affiliate)

  return (
    <>
      <RouteDrawer.Body className="flex-1 overflow-y-auto p-0">
        <Facts affiliate={affiliate} />
        <Answers affiliate={affiliate} />
      </RouteDrawer.Body>
      <RouteDrawer.Footer className="flex items-center justify-between">
        <Text size="small" className="text-ui-fg-muted">
          {t("applications.review.waiting", { count: waiting })}
        </Text>
        <div className="flex items-center gap-x-2">
          {transitionsOf(affiliate.status)
            .toReversed()
            .map((transition) => (
              <Button
                key={transition}
                size="small"
                variant={transition === "approve" ? "primary" : "secondary"}
                onClick={() => ask(affiliate, transition)}
              >
                {t(`affiliates.transition.${transition}.action`)}
              </Button>
            ))}
        </div>
      </RouteDrawer.Footer>
      {prompt}
    </>
  )
}

const Facts = ({ affiliate }: { affiliate: AffiliateDetail }) => {
  const { t } = useTranslation("affiliate")
  const { country } = useFormat()
  const { status, status_reason, email, website, country_code, parent } =
    affiliate
  const { program } = useProgram(affiliate.program.id)
  const reasonWords = useReasonWords()

  return (
    <div className="divide-y border-b">
      {status !== "pending" && (
        <div className="px-6 py-4">
          <InlineTip variant="info" label={t(`affiliates.status.${status}`)}>
            {t("applications.review.decided")}
          </InlineTip>
        </div>
      )}
      {status_reason && (
        <SectionRow
          title={t("applications.fields.note")}
          value={reasonWords(status_reason, program?.form_fields)}
        />
      )}
      <SectionRow
        title={t("affiliates.fields.email")}
        value={
          <a
            href={`mailto:${email}`}
            className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover break-all"
          >
            {email}
          </a>
        }
      />
      <SectionRow
        title={t("affiliates.fields.website")}
        value={
          website ? (
            <a
              href={website}
              target="_blank"
              rel="noreferrer"
              className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover break-all"
            >
              {website.replace(/^https?:\/\//, "")}
            </a>
          ) : null
        }
      />
      <SectionRow
        title={t("affiliates.fields.country")}
        value={country_code ? country(country_code) : null}
      />
      <SectionRow
        title={t("applications.fields.referredBy")}
        value={
          parent ? (
            <TextLink to={paths.affiliate(parent.id)}>{parent.name}</TextLink>
          ) : null
        }
      />
    </div>
  )
}

const Answers = ({ affiliate }: { affiliate: AffiliateDetail }) => {
  const { t } = useTranslation("affiliate")
  const { number } = useFormat()
  const { program } = useProgram(affiliate.program.id)
  const rows = toAnswerRows(affiliate.answers, program?.form_fields, number)

  return (
    <>
      {rows.length ? (
        <AnswerList rows={rows} />
      ) : (
        <Text size="small" className="text-ui-fg-muted px-6 py-4">
          {t("applications.review.noAnswers")}
        </Text>
      )}
      <div className="border-t px-6 py-4">
        <Link
          to={paths.affiliate(affiliate.id)}
          className="txt-compact-small text-ui-fg-interactive hover:text-ui-fg-interactive-hover inline-flex items-center gap-x-1"
        >
          {t("applications.review.open")}
          <ArrowUpRightOnBox />
        </Link>
      </div>
    </>
  )
}

/** After a decision the next application opens, after the last one the list. */
function useQueue({ id, status }: AffiliateDetail) {
  const navigate = useNavigate()
  const { handleSuccess } = useRouteModal()
  // This one and another: the one that has waited longest.
  const { applications = [], count } = useApplications({
    limit: 2,
    order: "created_at",
  })
  const next = applications.find((application) => application.id !== id)
  const transitions = useTransitions(() =>
    next
      ? navigate(paths.application(next.id), { replace: true })
      : handleSuccess(paths.applications)
  )
  const others = status === "pending" ? count - 1 : count
  return { ...transitions, waiting: Math.max(others, 0) }
}

export default ReviewPage
