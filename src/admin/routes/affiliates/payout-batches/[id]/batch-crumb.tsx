import { usePayoutBatch } from "../../../../hooks/payout-batches"

/** The last step of the trail: the batch's number. */
export const BatchCrumb = ({ id }: { id: string }) => {
  const { batch } = usePayoutBatch(id, { enabled: !!id })
  return batch ? <>{`#${batch.display_id}`}</> : <>…</>
}
