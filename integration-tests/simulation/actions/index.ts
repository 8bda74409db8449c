import { Action } from "./action"
import { buying } from "./buying"
import { givingBack } from "./giving-back"
import { goods } from "./goods"
import { merchant } from "./merchant"
import { payouts } from "./payouts"

export type { Action, Deed } from "./action"
export { SHOP_COUPON } from "./buying"

/** All that happens in the simulation. */
export const ACTIONS: Action[] = [
  ...buying,
  ...givingBack,
  ...goods,
  ...merchant,
  ...payouts,
]
