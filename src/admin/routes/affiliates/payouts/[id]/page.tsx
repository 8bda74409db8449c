import { LayoutComposer } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import type { UIMatch } from "react-router-dom"
import { useParams } from "react-router-dom"

import { AffiliateSection } from "../../../../components/affiliate-section"
import { ChangesSection } from "../../../../components/changes/changes-section"
import { LedgerTable } from "../../../../components/ledger-table"
import { LoadError } from "../../../../components/load-error"
import { DetailSkeleton } from "../../../../components/skeletons"
import { usePayout } from "../../../../hooks/payouts"
import { DestinationSection } from "./destination-section"
import { GeneralSection } from "./general-section"
import { HistorySection } from "./history-section"
import { ItemsSection } from "./items-section"
import { PayoutCrumb } from "./payout-crumb"

const PayoutPage = () => {
  const { id = "" } = useParams()
  const { payout, isError, error, refetch } = usePayout(id)

  if (isError) {
    return (
      <Container className="p-0">
        <LoadError error={error} onRetry={() => refetch()} />
      </Container>
    )
  }
  if (!payout) {
    return <DetailSkeleton />
  }

  return (
    <LayoutComposer
      widgetsZonePrefix="affiliate_payout.details"
      preferredLayoutId="core:two-column"
      data={payout}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="AffiliatePayoutGeneral">
              <GeneralSection payout={payout} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliatePayoutItems">
              <ItemsSection payout={payout} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliatePayoutLedger">
              <LedgerTable
                of="payout"
                entries={payout.entries}
                currencyCode={payout.currency_code}
              />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliatePayoutChanges">
              <ChangesSection entity="affiliate_payout" entityId={payout.id} />
            </LayoutComposer.Entry>
          </>
        ),
        side: (
          <>
            <LayoutComposer.Entry id="AffiliatePayoutAffiliate">
              <AffiliateSection affiliate={payout.affiliate} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliatePayoutDestination">
              <DestinationSection payout={payout} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliatePayoutHistory">
              <HistorySection payout={payout} />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}

export const handle = {
  breadcrumb: (match?: UIMatch) => <PayoutCrumb id={match?.params.id ?? ""} />,
}

export default PayoutPage
