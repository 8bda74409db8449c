import { LayoutComposer } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import type { UIMatch } from "react-router-dom"
import { useParams } from "react-router-dom"

import { LoadError } from "../../../../components/load-error"
import { DetailSkeleton } from "../../../../components/skeletons"
import { useRule } from "../../../../hooks/rules"
import { GeneralSection } from "./sections/general-section"
import { PrecedenceSection } from "./sections/precedence-section"
import { TermsSection } from "./sections/terms-section"
import { TrySection } from "./sections/try-section"
import { VersionsSection } from "./sections/versions-section"

const RulePage = () => {
  const { id = "" } = useParams()
  const { rule, error, refetch } = useRule(id)

  if (error && !rule) {
    return (
      <Container className="p-0">
        <LoadError error={error} onRetry={refetch} className="min-h-80" />
      </Container>
    )
  }
  if (!rule) {
    return <DetailSkeleton />
  }

  return (
    <LayoutComposer
      widgetsZonePrefix="affiliate_rule.details"
      preferredLayoutId="core:two-column"
      data={rule}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="AffiliateRuleGeneralSection">
              <GeneralSection rule={rule} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateRuleTermsSection">
              <TermsSection rule={rule} />
            </LayoutComposer.Entry>
            {!rule.retired_at && (
              <LayoutComposer.Entry id="AffiliateRuleTrySection">
                <TrySection rule={rule} />
              </LayoutComposer.Entry>
            )}
            <LayoutComposer.Entry id="AffiliateRuleVersionsSection">
              <VersionsSection rule={rule} />
            </LayoutComposer.Entry>
          </>
        ),
        side: (
          <LayoutComposer.Entry id="AffiliateRulePrecedenceSection">
            <PrecedenceSection />
          </LayoutComposer.Entry>
        ),
      }}
    />
  )
}

const RuleCrumb = ({ id }: { id: string }) => {
  const { rule } = useRule(id)
  return <>{rule?.name ?? "…"}</>
}

export const handle = {
  breadcrumb: (match?: UIMatch) => <RuleCrumb id={match?.params.id ?? ""} />,
}

export default RulePage
