import { LayoutComposer } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import type { UIMatch } from "react-router-dom"
import { useParams } from "react-router-dom"

import { ChangesSection } from "../../../../components/changes/changes-section"
import { LoadError } from "../../../../components/load-error"
import { DetailSkeleton } from "../../../../components/skeletons"
import { usePayoutBatch } from "../../../../hooks/payout-batches"
import { BatchCrumb } from "./batch-crumb"
import { GeneralSection } from "./general-section"
import { ItemsTable } from "./items-table"

const PayoutBatchPage = () => {
  const { id = "" } = useParams()
  const { batch, isError, error, refetch } = usePayoutBatch(id)

  if (isError) {
    return (
      <Container className="p-0">
        <LoadError error={error} onRetry={() => refetch()} />
      </Container>
    )
  }
  if (!batch) {
    return <DetailSkeleton />
  }

  return (
    <LayoutComposer
      widgetsZonePrefix="affiliate_payout_batch.details"
      preferredLayoutId="core:single-column"
      data={batch}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="AffiliatePayoutBatchGeneral">
              <GeneralSection batch={batch} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliatePayoutBatchItems">
              <ItemsTable batch={batch} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliatePayoutBatchChanges">
              <ChangesSection
                entity="affiliate_payout_batch"
                entityId={batch.id}
                names={
                  batch.program
                    ? { [batch.program.id]: batch.program.name }
                    : undefined
                }
              />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <BatchCrumb id={params.id ?? ""} />,
}

export default PayoutBatchPage
