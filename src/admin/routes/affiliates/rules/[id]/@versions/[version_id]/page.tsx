import { RouteDrawer } from "@medusajs/dashboard/components"
import { FetchError } from "@medusajs/js-sdk"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { DrawerLoading } from "../../../../../../components/modal-loading"
import { useRuleVersions } from "../../../../../../hooks/rules"
import { useFormat } from "../../../../../../lib/format"
import type { RuleVersion } from "../../../../../../types"
import { RuleSentences } from "../../../rule-sentences"
import { usePublishers } from "../../use-publishers"

/** As many as a rule will ever have; the store answers no more at once. */
const VERSIONS_MAX = 1000

const NOT_FOUND = 404

const RuleVersionPage = () => {
  const { id = "", version_id = "" } = useParams()
  const { versions, error, refetch } = useRuleVersions(id, {
    limit: VERSIONS_MAX,
  })
  const version = versions?.find((candidate) => candidate.id === version_id)
  const gone = versions && new FetchError("", "", NOT_FOUND)

  return (
    <RouteDrawer>
      {version ? (
        <Version ruleId={id} version={version} />
      ) : (
        <DrawerLoading error={error ?? gone} onRetry={refetch} />
      )}
    </RouteDrawer>
  )
}

type VersionProps = { ruleId: string; version: RuleVersion }

const Version = ({ ruleId, version }: VersionProps) => {
  const { t } = useTranslation("affiliate")
  const { dateTime } = useFormat()
  const publishers = usePublishers(ruleId, [version])

  return (
    <>
      <RouteDrawer.Header>
        <RouteDrawer.Title asChild>
          <Heading className="[overflow-wrap:anywhere]">
            {t("rules.versions.drawerTitle", {
              name: version.name,
              version: version.version,
            })}
          </Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description>
          <span className="txt-small text-ui-fg-subtle block text-pretty">
            {t("rules.versions.drawerDescriptionBy", {
              date: dateTime(version.published_at),
              name: publishers.of(version.id),
            })}
          </span>
        </RouteDrawer.Description>
      </RouteDrawer.Header>
      <RouteDrawer.Body className="overflow-y-auto p-0">
        <RuleSentences rule={version} narrow />
      </RouteDrawer.Body>
    </>
  )
}

export default RuleVersionPage
