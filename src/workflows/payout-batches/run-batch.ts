import { randomUUID } from "node:crypto"

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type AffiliateModuleService from "../../modules/affiliate/service"
import { runItem } from "./run-item"

/** Payouts under way at once: providers answer slowly, and limit how many they are asked for. */
const CHUNK = 4
/** How long one run goes on, in milliseconds; the job takes the rest up. */
const RUN_MS_MAX = 5 * 60 * 1000
/** Items that break off in one run before it is given up: something is wrong with all of them. */
const BROKEN_MAX = 20

/**
 * Works through a batch, a few payouts at a time, until nothing is left to do
 * or somebody else has taken it.
 *
 * @returns `done`: nothing is left to do
 */
export const runBatch = async (
  container: MedusaContainer,
  id: string
): Promise<{ id: string; done: boolean; items: number }> => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const runner = randomUUID()
  const ends = Date.now() + RUN_MS_MAX
  const broken: string[] = []
  let error: string | null = null
  let items = 0
  while (Date.now() < ends && broken.length < BROKEN_MAX) {
    const chunk = await service.takePayoutBatchChunk({
      id,
      runner,
      limit: CHUNK,
      except: broken,
    })
    if (!chunk) {
      return { id, done: false, items }
    }
    if (!chunk.items.length) {
      break
    }
    items += chunk.items.length
    const canceled = chunk.status === "canceled"
    await Promise.all(
      chunk.items.map(async (item) => {
        try {
          await runItem(container, item, { canceled })
        } catch (cause) {
          error = cause instanceof Error ? cause.message : String(cause)
          broken.push(item.id)
          logger.warn(
            `Payout batch ${id}: the payout of ${item.affiliate_id} broke off and is tried again: ${error}`
          )
        }
      })
    )
  }
  const done = await service.leavePayoutBatch({ id, runner, error })
  return { id, done, items }
}
