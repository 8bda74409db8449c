import { LayoutComposer } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import type { UIMatch } from "react-router-dom"
import { useParams } from "react-router-dom"

import { ChangesSection } from "../../../../components/changes/changes-section"
import { LedgerTable } from "../../../../components/ledger-table"
import { LoadError } from "../../../../components/load-error"
import { DetailSkeleton } from "../../../../components/skeletons"
import { useCommission } from "../../../../hooks/commissions"
import { AffiliateSection } from "../../../../components/affiliate-section"
import { CommissionCrumb } from "./commission-crumb"
import { GeneralSection } from "./general-section"
import { LinesSection } from "./lines-section"
import { OrderSection } from "./order-section"
import { PayoutsSection } from "./payouts-section"
import { TraceSection } from "./trace-section"

const CommissionPage = () => {
  const { id = "" } = useParams()
  const { commission, isError, error, refetch } = useCommission(id)

  if (isError) {
    return (
      <Container className="p-0">
        <LoadError error={error} onRetry={() => refetch()} />
      </Container>
    )
  }
  if (!commission) {
    return <DetailSkeleton />
  }

  return (
    <LayoutComposer
      widgetsZonePrefix="affiliate_commission.details"
      preferredLayoutId="core:two-column"
      data={commission}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="AffiliateCommissionGeneral">
              <GeneralSection commission={commission} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateCommissionLines">
              <LinesSection commission={commission} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateCommissionLedger">
              <LedgerTable
                of="commission"
                entries={commission.entries}
                currencyCode={commission.currency_code}
              />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateCommissionChanges">
              <ChangesSection
                entity="affiliate_commission"
                entityId={commission.id}
              />
            </LayoutComposer.Entry>
          </>
        ),
        side: (
          <>
            <LayoutComposer.Entry id="AffiliateCommissionAffiliate">
              <AffiliateSection affiliate={commission.affiliate} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateCommissionOrder">
              <OrderSection commission={commission} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateCommissionTrace">
              <TraceSection commission={commission} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateCommissionPayouts">
              <PayoutsSection commission={commission} />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}

export const handle = {
  breadcrumb: (match?: UIMatch) => (
    <CommissionCrumb id={match?.params.id ?? ""} />
  ),
}

export default CommissionPage
