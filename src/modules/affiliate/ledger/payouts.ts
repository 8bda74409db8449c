/** Every movement of money out of the house; each runs inside the caller's transaction. */
export { cancelPayoutsInTrx, lowerPayoutItemInTrx } from "./payout-clawback"
export { handlePaymentNotice, type HandledPayment } from "./payout-notice"
export { requestPayout, type PayoutRequest } from "./payout-request"
export { returnPayout, type PayoutReturn } from "./payout-return"
export {
  itemsOf,
  lockPayout,
  type LockedPayout,
  type PayoutMove,
  type PayoutStatus,
} from "./payout-rows"
export {
  cancelPayout,
  markPayoutPaid,
  recordPayout,
  retryPayout,
  startPayout,
  type PayoutRecord,
} from "./payout-status"
