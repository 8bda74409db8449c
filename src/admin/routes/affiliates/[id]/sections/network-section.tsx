import { SectionRow } from "@medusajs/dashboard/components"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { Section } from "../../../../components/section"
import { AffiliateStatusBadge } from "../../../../components/status-badges"
import { useAffiliates } from "../../../../hooks/affiliates"
import { paths } from "../../../../lib/paths"
import type { AffiliateDetail } from "../../../../types"

const SHOWN = 10

/** Who recruited the affiliate, and whom it recruited. */
export const NetworkSection = ({
  affiliate,
}: {
  affiliate: AffiliateDetail
}) => {
  const { t } = useTranslation("affiliate")
  const { id, parent, children_count } = affiliate
  const { affiliates = [], count } = useAffiliates(
    { parent_id: id, limit: SHOWN, order: "name" },
    { enabled: children_count > 0 }
  )
  const unseen = count - affiliates.length

  return (
    <Section title={t("affiliates.network.title")}>
      <SectionRow
        title={t("affiliates.network.parent")}
        value={
          parent ? (
            <Link
              to={paths.affiliate(parent.id)}
              className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover truncate"
            >
              {parent.name}
            </Link>
          ) : (
            t("affiliates.network.noParent")
          )
        }
      />
      <div className="px-6 py-4">
        <Text size="small" weight="plus" className="text-ui-fg-subtle">
          {t("affiliates.network.children", { count: children_count })}
        </Text>
        {affiliates.length > 0 && (
          <ul className="mt-2 flex flex-col gap-y-2">
            {affiliates.map((child) => (
              <li
                key={child.id}
                className="flex items-center justify-between gap-x-3"
              >
                <Link
                  to={paths.affiliate(child.id)}
                  className="txt-compact-small text-ui-fg-interactive hover:text-ui-fg-interactive-hover truncate"
                >
                  {child.name}
                </Link>
                <span className="shrink-0">
                  <AffiliateStatusBadge status={child.status} />
                </span>
              </li>
            ))}
            {unseen > 0 && (
              <li className="txt-compact-small text-ui-fg-muted">
                {t("affiliates.network.more", { count: unseen })}
              </li>
            )}
          </ul>
        )}
      </div>
    </Section>
  )
}
