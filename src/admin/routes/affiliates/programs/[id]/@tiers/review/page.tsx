import { RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { ArrowRightMini } from "@medusajs/icons"
import { Button, Heading, Text, toast } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { LoadError } from "../../../../../../components/load-error"
import { SectionEmpty } from "../../../../../../components/section"
import { RowsSkeleton } from "../../../../../../components/skeletons"
import { TextLink } from "../../../../../../components/text-link"
import { TierFigures } from "../../../../../../components/tier-figures"
import { useErrorToast } from "../../../../../../components/use-error-toast"
import { useAffiliates } from "../../../../../../hooks/affiliates"
import { useProgram } from "../../../../../../hooks/programs"
import {
  useReviewTiers,
  useTierPreview,
} from "../../../../../../hooks/tier-reviews"
import { paths } from "../../../../../../lib/paths"
import type { ProgramDetail, TierMove } from "../../../../../../types"

/** More than anybody reads; the rest is counted. */
const TOLD_MAX = 100

const ReviewTiersPage = () => {
  const { id = "" } = useParams()
  const { t } = useTranslation("affiliate")
  const { program } = useProgram(id)

  return (
    <RouteDrawer>
      <RouteDrawer.Header>
        <RouteDrawer.Title asChild>
          <Heading>{t("programs.tierReview.title")}</Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description>
          <span className="txt-small text-ui-fg-subtle block text-pretty">
            {t("programs.tierReview.description")}
          </span>
        </RouteDrawer.Description>
      </RouteDrawer.Header>
      {program ? <Review program={program} /> : <RowsSkeleton />}
    </RouteDrawer>
  )
}

const Review = ({ program }: { program: ProgramDetail }) => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { preview, error, refetch } = useTierPreview(program.id)
  const { mutate, isPending } = useReviewTiers(program.id)
  const count = preview?.moved ?? 0

  const submit = () =>
    mutate(undefined, {
      onSuccess: ({ tier_review: { moved } }) => {
        toast.success(t("programs.tierReview.done", { count: moved }))
        handleSuccess()
      },
      onError: showError,
    })

  return (
    <>
      <RouteDrawer.Body className="flex-1 overflow-y-auto p-0">
        {!program.tiers.some(({ auto }) => auto) ? (
          <SectionEmpty>{t("programs.tierReview.noneAutomatic")}</SectionEmpty>
        ) : error ? (
          <LoadError error={error} onRetry={refetch} />
        ) : !preview ? (
          <RowsSkeleton />
        ) : count === 0 ? (
          <SectionEmpty>
            {t("programs.tierReview.nobody", { count: preview.reviewed })}
          </SectionEmpty>
        ) : (
          <Moves program={program} moves={preview.moves} count={count} />
        )}
      </RouteDrawer.Body>
      <RouteDrawer.Footer>
        <RouteDrawer.Close asChild>
          <Button size="small" variant="secondary" type="button">
            {t("common.actions.cancel")}
          </Button>
        </RouteDrawer.Close>
        <Button
          size="small"
          disabled={count === 0}
          isLoading={isPending}
          onClick={submit}
        >
          {t("programs.tierReview.submit", { count })}
        </Button>
      </RouteDrawer.Footer>
    </>
  )
}

type MovesProps = { program: ProgramDetail; moves: TierMove[]; count: number }

/** Who would move, from where to where, and why. */
const Moves = ({ program, moves, count }: MovesProps) => {
  const { t } = useTranslation("affiliate")
  const told = moves.slice(0, TOLD_MAX)
  const { affiliates } = useAffiliates({
    id: told.map(({ affiliate_id }) => affiliate_id),
    limit: TOLD_MAX,
  })
  const nameOf = useMemo(
    () => new Map(affiliates?.map(({ id, name }) => [id, name])),
    [affiliates]
  )
  const tierName = (id: string | null) =>
    program.tiers.find((tier) => tier.id === id)?.name ??
    t("affiliates.tierHistory.noTier")

  return (
    <>
      <Text size="small" weight="plus" className="px-6 py-4">
        {t("programs.tierReview.would", { count })}
      </Text>
      <ul className="divide-y border-t">
        {told.map(({ affiliate_id, from_tier_id, to_tier_id, figures }) => (
          <li key={affiliate_id} className="flex flex-col gap-y-1 px-6 py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="txt-compact-small-plus min-w-0">
                <TextLink to={paths.affiliate(affiliate_id)}>
                  {nameOf.get(affiliate_id) ?? "…"}
                </TextLink>
              </span>
              <span className="txt-compact-small text-ui-fg-base flex items-center gap-x-1">
                <span className="text-ui-fg-muted">
                  {tierName(from_tier_id)}
                </span>
                <ArrowRightMini className="text-ui-fg-muted" />
                {tierName(to_tier_id)}
              </span>
            </div>
            <TierFigures figures={figures} />
          </li>
        ))}
        {count > told.length && (
          <li className="txt-small text-ui-fg-muted px-6 py-3">
            {t("programs.tierReview.more", { count: count - told.length })}
          </li>
        )}
      </ul>
    </>
  )
}

export default ReviewTiersPage
