import { useTranslation } from "react-i18next"

import { useChanges } from "../../../../hooks/changes"
import type { Change, RuleVersion } from "../../../../types"

const RETIREMENTS_MAX = 100

/** Who published each version of a rule, and who retired it, by the record of changes. */
export function usePublishers(
  ruleId: string,
  versions: Pick<RuleVersion, "id">[] = []
) {
  const { t } = useTranslation("affiliate")
  const ids = versions.map(({ id }) => id)
  const published = useChanges(
    { entity: "affiliate_rule_version", entityId: ids.length ? ids : ruleId },
    { limit: Math.max(1, ids.length), offset: 0 }
  )
  const ofRule = useChanges(
    { entity: "affiliate_rule", entityId: ruleId },
    { limit: RETIREMENTS_MAX, offset: 0 }
  )

  const nameOf = (changes: Change[] | undefined, change?: Change): string => {
    if (!changes) {
      return "…"
    }
    if (!change?.actor) {
      return t("rules.versions.byItself")
    }
    return change.actor.name ?? t("rules.versions.unknown")
  }

  return {
    of: (versionId: string): string =>
      nameOf(
        published.changes,
        published.changes?.find(({ entity_id }) => entity_id === versionId)
      ),
    retiredBy: nameOf(
      ofRule.changes,
      ofRule.changes?.find(({ changes }) => changes.retired_at?.to)
    ),
  }
}
