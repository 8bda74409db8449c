import type { Answer } from "../../harness"
import { World } from "../world/world"

/** Something that somebody does, ready to be done. */
export interface Deed {
  /** In words, for whoever reads how a failure came about. */
  words: string
  /** Does it, in the shop and in the model. */
  run: () => Promise<void>
}

export interface Action {
  name: string
  /** How often, beside the others. */
  weight: number
  /**
   * What the plugin must know before. `order` = nothing, it happens to an order, whose events may still be on their way;
   * `terms` = nothing either: no order that was placed before costs anything else for it, heard of or not; `plugin` =
   * everything, because the plugin itself is asked or told something.
   */
  asks: "order" | "terms" | "plugin"
  /** Chooses what exactly to do; `null` when there is nothing to do it to. */
  plan: (world: World) => Deed | null
}

/** @throws unless it was refused */
export function expectRefused(answer: Answer<unknown>, why: string): void {
  if (answer.status === 400) return
  throw new Error(
    `it should be refused: ${why}; the answer was ${answer.status} ${JSON.stringify(answer.body)}`
  )
}
