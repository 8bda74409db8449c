import { Action } from "./action"
import { batches } from "./batches"
import { buying } from "./buying"
import { clearance } from "./clearance"
import { contracts } from "./contracts"
import { givingBack } from "./giving-back"
import { edit } from "./editing"
import { merchant } from "./merchant"
import { payoutAccounts } from "./payout-accounts"
import { payouts } from "./payouts"
import { rules } from "./rules"
import { sendingBack } from "./sending-back"
import { services } from "./services"
import { terms } from "./terms"
import { changeParent } from "./tree"

export type { Action, Deed } from "./action"
export { SHOP_COUPON } from "./basket"

/** All that happens in the simulation. */
export const ACTIONS: Action[] = [
  ...buying,
  ...givingBack,
  edit,
  ...sendingBack,
  ...merchant,
  ...terms,
  changeParent,
  ...contracts,
  ...rules,
  ...clearance,
  ...payoutAccounts,
  ...payouts,
  ...services,
  ...batches,
]
