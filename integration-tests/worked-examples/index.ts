import { DEBT } from "./debt"
import type { Example } from "./example"
import { FIXED_AMOUNTS } from "./fixed-amounts"
import { ON_ORDER_A } from "./on-order-a"
import { RACES } from "./races"
import { ROUNDING } from "./rounding"
import { UPPER_LEVELS } from "./upper-levels"

export type { Check, Example, Figures, Look } from "./example"
export { EXAMPLE_PROGRAMS } from "./partners"

/**
 * The worked examples of how money is counted: the law of this project. Each drives a shop over HTTP and hands the
 * figures that are due to a check; the tests and the demo play the same ones.
 */
export const EXAMPLES: Example[] = [
  ...ON_ORDER_A,
  ...UPPER_LEVELS,
  ...FIXED_AMOUNTS,
  ...ROUNDING,
  DEBT,
  ...RACES,
]
