import { LayoutComposer } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import type { UIMatch } from "react-router-dom"
import { useParams } from "react-router-dom"

import { ChangesSection } from "../../../components/changes/changes-section"
import { LoadError } from "../../../components/load-error"
import { DetailSkeleton } from "../../../components/skeletons"
import { useAffiliate } from "../../../hooks/affiliates"
import { ApplicationSection } from "./sections/application-section"
import { BalancesSection } from "./sections/balances-section"
import { CodesSection } from "./sections/codes-section"
import { CommissionsSection } from "./sections/commissions-section"
import { ContractsSection } from "./sections/contracts-section"
import { GeneralSection } from "./sections/general-section"
import { IdentitySection } from "./sections/identity-section"
import { MilestonesSection } from "./sections/milestones-section"
import { NetworkSection } from "./sections/network-section"
import { PayoutMethodSection } from "./sections/payout-method-section"
import { PayoutsSection } from "./sections/payouts-section"
import { TaxSection } from "./sections/tax-section"
import { TierHistorySection } from "./sections/tier-history-section"
import { TermsSection } from "./sections/terms-section"

const AffiliatePage = () => {
  const { id = "" } = useParams()
  const { affiliate, error, refetch } = useAffiliate(id)

  if (error && !affiliate) {
    return (
      <Container className="p-0">
        <LoadError error={error} onRetry={refetch} className="min-h-80" />
      </Container>
    )
  }
  if (!affiliate) {
    return <DetailSkeleton />
  }

  return (
    <LayoutComposer
      widgetsZonePrefix="affiliate.details"
      preferredLayoutId="core:two-column"
      data={affiliate}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="AffiliateGeneralSection">
              <GeneralSection affiliate={affiliate} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateApplicationSection">
              <ApplicationSection affiliate={affiliate} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateBalancesSection">
              <BalancesSection affiliate={affiliate} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateCodesSection">
              <CodesSection affiliate={affiliate} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateCommissionsSection">
              <CommissionsSection affiliateId={affiliate.id} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateContractsSection">
              <ContractsSection affiliate={affiliate} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliatePayoutsSection">
              <PayoutsSection affiliateId={affiliate.id} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateChangesSection">
              <ChangesSection
                affiliateId={affiliate.id}
                names={Object.fromEntries(
                  affiliate.codes.map(({ id, code }) => [id, code])
                )}
              />
            </LayoutComposer.Entry>
          </>
        ),
        side: (
          <>
            <LayoutComposer.Entry id="AffiliateTermsSection">
              <TermsSection affiliate={affiliate} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliatePayoutMethodSection">
              <PayoutMethodSection affiliate={affiliate} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateIdentitySection">
              <IdentitySection affiliate={affiliate} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateTaxSection">
              <TaxSection affiliate={affiliate} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateNetworkSection">
              <NetworkSection affiliate={affiliate} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateTierHistorySection">
              <TierHistorySection affiliateId={affiliate.id} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateMilestonesSection">
              <MilestonesSection affiliate={affiliate} />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}

const AffiliateCrumb = ({ id }: { id: string }) => {
  const { affiliate } = useAffiliate(id)
  return <>{affiliate?.name ?? "…"}</>
}

export const handle = {
  breadcrumb: (match?: UIMatch) => (
    <AffiliateCrumb id={match?.params.id ?? ""} />
  ),
}

export default AffiliatePage
