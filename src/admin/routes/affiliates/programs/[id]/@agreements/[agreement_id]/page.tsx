import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { LoadError } from "../../../../../../components/load-error"
import { SectionRow } from "../../../../../../components/section-row"
import { RowsSkeleton } from "../../../../../../components/skeletons"
import { useAgreement } from "../../../../../../hooks/agreements"
import { useFormat } from "../../../../../../lib/format"
import type { AgreementDetail } from "../../../../../../types"

/** A version as affiliates read it, and who accepted it. */
const AgreementPage = () => {
  const { agreement_id = "" } = useParams()
  const { t } = useTranslation("affiliate")
  const { dateTime } = useFormat()
  const { agreement, error, refetch } = useAgreement(agreement_id)

  return (
    <RouteDrawer>
      <RouteDrawer.Header>
        <RouteDrawer.Title asChild>
          <Heading className="[overflow-wrap:anywhere]">
            {agreement?.title ?? "…"}
          </Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description>
          <span className="txt-small text-ui-fg-subtle block text-pretty">
            {agreement &&
              t("agreements.drawer.description", {
                version: agreement.version,
                date: dateTime(agreement.published_at),
              })}
          </span>
        </RouteDrawer.Description>
      </RouteDrawer.Header>
      <RouteDrawer.Body className="overflow-y-auto p-0">
        {agreement ? (
          <Words agreement={agreement} />
        ) : error ? (
          <LoadError error={error} onRetry={refetch} />
        ) : (
          <RowsSkeleton />
        )}
      </RouteDrawer.Body>
    </RouteDrawer>
  )
}

const Words = ({ agreement }: { agreement: AgreementDetail }) => {
  const { t } = useTranslation("affiliate")
  return (
    <div className="divide-y">
      <SectionRow
        title={t("agreements.fields.acceptance")}
        value={
          agreement.requires_acceptance
            ? t("agreements.requiredHint")
            : t("agreements.notRequired")
        }
      />
      <SectionRow
        title={t("agreements.fields.acceptances")}
        value={t("agreements.accepted", { count: agreement.acceptances })}
      />
      <SectionRow
        title={t("agreements.fields.fingerprint")}
        value={
          <span className="break-all font-mono text-xs">
            {agreement.body_sha256}
          </span>
        }
      />
      <Text
        size="small"
        className="text-ui-fg-base whitespace-pre-wrap break-words px-6 py-4"
      >
        {agreement.body}
      </Text>
    </div>
  )
}

export default AgreementPage
