import { usePayout } from "../../../../hooks/payouts"

/** The last step of the trail: the payout's number. */
export const PayoutCrumb = ({ id }: { id: string }) => {
  const { payout } = usePayout(id, { enabled: !!id })
  return payout ? <>{`#${payout.display_id}`}</> : <>…</>
}
