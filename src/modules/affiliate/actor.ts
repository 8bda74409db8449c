import { AsyncLocalStorage } from "node:async_hooks"

/** Who asks for a change, as Medusa's authentication names them. */
export interface Actor {
  /** `user`, `affiliate`, `customer`, `api-key` */
  type: string
  id: string
}

const storage = new AsyncLocalStorage<() => Actor | null>()

/**
 * Runs something on behalf of somebody: every change that it makes is recorded
 * as theirs, however many workflows and services lie between.
 *
 * @param who asked when something is written, because a request is
 *   authenticated after it was received
 */
export const onBehalfOf = <T>(who: () => Actor | null, run: () => T): T =>
  storage.run(who, run)

/** `null` = the plugin by itself: a job, or an event. */
export const currentActor = (): Actor | null => storage.getStore()?.() ?? null
