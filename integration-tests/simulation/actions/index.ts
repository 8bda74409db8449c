import { Action } from "./action"
import { buying } from "./buying"
import { givingBack } from "./giving-back"
import { edit } from "./editing"
import { merchant } from "./merchant"
import { payouts } from "./payouts"
import { sendingBack } from "./sending-back"

export type { Action, Deed } from "./action"
export { SHOP_COUPON } from "./basket"

/** All that happens in the simulation. */
export const ACTIONS: Action[] = [
  ...buying,
  ...givingBack,
  edit,
  ...sendingBack,
  ...merchant,
  ...payouts,
]
