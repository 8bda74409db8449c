import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { LoadError } from "../../../../components/load-error"
import { Section } from "../../../../components/section"
import { SectionRow } from "../../../../components/section-row"
import { TextLink } from "../../../../components/text-link"
import { useLine } from "../../../../hooks/tree"
import { paths } from "../../../../lib/paths"
import type { AffiliateDetail, TreeNode } from "../../../../types"
import { Recruits } from "./recruits"

/** Who is above the affiliate, up to the first, and whom it recruited, branch by branch. */
export const NetworkSection = ({
  affiliate: { id, parent, children_count },
}: {
  affiliate: AffiliateDetail
}) => {
  const { t } = useTranslation("affiliate")
  const { ancestors, error, refetch } = useLine(id, { enabled: !!parent })

  return (
    <Section title={t("affiliates.network.title")}>
      <SectionRow
        title={t("affiliates.network.parent")}
        value={
          parent ? (
            <TextLink to={paths.affiliate(parent.id)}>{parent.name}</TextLink>
          ) : (
            t("affiliates.network.noParent")
          )
        }
      />
      {parent && error && !ancestors && (
        <LoadError error={error} onRetry={refetch} />
      )}
      {ancestors && ancestors.length > 1 && <Line of={ancestors} />}
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <Text size="small" weight="plus" className="text-ui-fg-subtle">
          {t("affiliates.network.children", { count: children_count })}
        </Text>
        {children_count > 0 && <Recruits of={id} />}
      </div>
    </Section>
  )
}

/** From the first down to whoever recruited the affiliate. */
const Line = ({ of }: { of: TreeNode[] }) => {
  const { t } = useTranslation("affiliate")
  return (
    <SectionRow
      title={t("affiliates.network.line")}
      value={
        <ol className="flex flex-wrap gap-x-1">
          {of.toReversed().map(({ id, name }, index) => (
            <li key={id} className="txt-compact-small">
              {index > 0 && <span className="text-ui-fg-muted">› </span>}
              <TextLink to={paths.affiliate(id)}>{name}</TextLink>
            </li>
          ))}
        </ol>
      }
    />
  )
}
