import { TriangleDownMini, TriangleRightMini } from "@medusajs/icons"
import { IconButton, Skeleton } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { LoadError } from "../../../../components/load-error"
import { AffiliateStatusBadge } from "../../../../components/status-badges"
import { TextLink } from "../../../../components/text-link"
import { useRecruits } from "../../../../hooks/tree"
import { paths } from "../../../../lib/paths"
import type { TreeNode } from "../../../../types"

/** More of them are looked through in the list, where they can be searched. */
const SHOWN_MAX = 100

/** Whom an affiliate recruited, the newest first; each of them opens to whom they recruited, and is read only then. */
export const Recruits = ({ of }: { of: string }) => {
  const { t } = useTranslation("affiliate")
  const { recruits, unseen, showMore, isFetchingMore, error, refetch } =
    useRecruits(of)

  if (error && !recruits) {
    return <LoadError error={error} onRetry={refetch} />
  }
  if (!recruits) {
    return <Skeleton className="h-5 w-2/3" />
  }
  return (
    <ul className="flex flex-col gap-y-1">
      {recruits.map((node) => (
        <Recruit key={node.id} node={node} />
      ))}
      {unseen > 0 && (
        <li className="txt-compact-small ps-6">
          {recruits.length < SHOWN_MAX ? (
            <button
              type="button"
              className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover text-start"
              disabled={isFetchingMore}
              onClick={showMore}
            >
              {t("affiliates.network.showMore")} (
              {t("affiliates.network.more", { count: unseen })})
            </button>
          ) : (
            <TextLink to={paths.recruitsOf(of)}>
              {t("common.actions.showAllCount", {
                count: recruits.length + unseen,
              })}
            </TextLink>
          )}
        </li>
      )}
    </ul>
  )
}

const Recruit = ({ node }: { node: TreeNode }) => {
  const { t } = useTranslation("affiliate")
  const [isOpen, setOpen] = useState(false)
  const { id, name, status, children_count } = node

  return (
    <li>
      <div className="flex items-center gap-x-1">
        {children_count > 0 ? (
          <IconButton
            type="button"
            size="2xsmall"
            variant="transparent"
            aria-expanded={isOpen}
            aria-label={t(
              isOpen
                ? "affiliates.network.collapse"
                : "affiliates.network.expand",
              { name }
            )}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <TriangleDownMini /> : <TriangleRightMini />}
          </IconButton>
        ) : (
          <span className="size-5 shrink-0" />
        )}
        <span className="txt-compact-small min-w-0 flex-1">
          <TextLink to={paths.affiliate(id)}>{name}</TextLink>
          {children_count > 0 && (
            <span className="text-ui-fg-muted">
              {" · "}
              {t("affiliates.network.recruited", { count: children_count })}
            </span>
          )}
        </span>
        <span className="shrink-0">
          <AffiliateStatusBadge status={status} />
        </span>
      </div>
      {isOpen && (
        <div className="border-ui-border-base ms-2.5 mt-1 border-s ps-2">
          <Recruits of={id} />
        </div>
      )}
    </li>
  )
}
