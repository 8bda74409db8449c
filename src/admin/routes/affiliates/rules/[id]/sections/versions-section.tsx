import { Badge, Button, Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"

import { DateText } from "../../../../../components/date-text"
import { LoadError } from "../../../../../components/load-error"
import { Section } from "../../../../../components/section"
import { RowsSkeleton } from "../../../../../components/skeletons"
import { useRuleVersions } from "../../../../../hooks/rules"
import { changedAspects } from "../../../../../lib/rule-state"
import { useRuleWords } from "../../../../../lib/rule-words"
import { useFormat } from "../../../../../lib/format"
import type { Rule, RuleVersion } from "../../../../../types"
import { usePublishers } from "../use-publishers"

const ROWS = 10

/** Everything the rule ever said, the latest first, and who published it. */
export const VersionsSection = ({ rule }: { rule: Rule }) => {
  const { t } = useTranslation("affiliate")
  const [shown, setShown] = useState(ROWS)
  // One more than is shown, to tell what the oldest of them changed.
  const { versions, count, error, refetch } = useRuleVersions(rule.id, {
    limit: shown + 1,
  })
  const publishers = usePublishers(rule.id, versions)

  return (
    <Section
      title={t("rules.versions.title")}
      description={t("rules.versions.description")}
    >
      {error && !versions ? (
        <LoadError error={error} onRetry={refetch} />
      ) : !versions ? (
        <RowsSkeleton rows={2} />
      ) : (
        <>
          <div className="overflow-x-auto rounded-b-lg">
            <Table>
              <Table.Header className="border-t-0">
                <Table.Row>
                  <Table.HeaderCell>
                    {t("rules.versions.version")}
                  </Table.HeaderCell>
                  <Table.HeaderCell>
                    {t("rules.versions.published")}
                  </Table.HeaderCell>
                  <Table.HeaderCell>{t("rules.versions.by")}</Table.HeaderCell>
                  <Table.HeaderCell>
                    {t("rules.versions.pays")}
                  </Table.HeaderCell>
                  <Table.HeaderCell>
                    {t("rules.versions.changed")}
                  </Table.HeaderCell>
                </Table.Row>
              </Table.Header>
              <Table.Body className="border-b-0 [&_tr:last-child]:border-b-0">
                {rule.retired_at && (
                  <Table.Row>
                    <Table.Cell>
                      <span className="text-ui-fg-subtle whitespace-nowrap">
                        {t("rules.versions.retired")}
                      </span>
                    </Table.Cell>
                    <Table.Cell>
                      <DateText value={rule.retired_at} />
                    </Table.Cell>
                    <Table.Cell>{publishers.retiredBy}</Table.Cell>
                    <Table.Cell />
                    <Table.Cell />
                  </Table.Row>
                )}
                {versions.slice(0, shown).map((version, index) => (
                  <VersionRow
                    key={version.id}
                    version={version}
                    before={versions[index + 1]}
                    by={publishers.of(version.id)}
                    isCurrent={
                      version.version === rule.version && !rule.retired_at
                    }
                  />
                ))}
              </Table.Body>
            </Table>
          </div>
          {count > shown && (
            <div className="flex justify-center px-6 py-3">
              <Button
                size="small"
                variant="transparent"
                onClick={() => setShown(shown + ROWS)}
              >
                {t("rules.versions.more")}
              </Button>
            </div>
          )}
        </>
      )}
    </Section>
  )
}

type VersionRowProps = {
  version: RuleVersion
  /** `undefined` = it is the first. */
  before: RuleVersion | undefined
  by: string
  isCurrent: boolean
}

const VersionRow = ({ version, before, by, isCurrent }: VersionRowProps) => {
  const { t } = useTranslation("affiliate")
  const navigate = useNavigate()
  const { list } = useFormat()
  const words = useRuleWords([], 0)
  const address = `versions/${version.id}`
  const changed = before && changedAspects(before, version)

  return (
    <Table.Row className="cursor-pointer" onClick={() => navigate(address)}>
      <Table.Cell>
        <span className="flex items-center gap-x-2">
          <Link
            to={address}
            className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover tabular-nums"
          >
            {version.version}
          </Link>
          {isCurrent && (
            <Badge size="2xsmall" color="green">
              {t("rules.versions.current")}
            </Badge>
          )}
        </span>
      </Table.Cell>
      <Table.Cell>
        <DateText value={version.published_at} />
      </Table.Cell>
      <Table.Cell className="max-w-40 truncate" title={by}>
        {by}
      </Table.Cell>
      <Table.Cell className="max-w-40 truncate">
        {words.paysShort(version)}
      </Table.Cell>
      <Table.Cell className="max-w-56 whitespace-normal">
        {!changed
          ? t("rules.versions.first")
          : changed.length
            ? list(
                changed.map((aspect) => t(`rules.versions.aspect.${aspect}`))
              )
            : t("rules.versions.unchanged")}
      </Table.Cell>
    </Table.Row>
  )
}
