import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { ReconcileResult } from "../../../modules/affiliate/ledger/reconcile-order"
import AffiliateModuleService from "../../../modules/affiliate/service"
import { reconcile } from "../reconcile"

const PAGE = 200
/** Orders in one sweep; the next sweep goes on with what is left. */
const ORDERS_MAX = 20_000

export interface SweepInput {
  /** `null` compares every order, otherwise those with something new in these days. */
  window_days: number | null
}

export interface SweepOutput {
  results: ReconcileResult[]
  swept: number
  failed: string[]
}

/**
 * Reconciles every order that events did not, or not completely: they are late
 * or lost, the money is right in the end. An order that fails is told in the
 * log and does not keep the others waiting.
 *
 * Has no compensation: what was posted follows the orders and is right.
 */
export const sweepOrdersStep = createStep(
  "affiliate-sweep-orders-step",
  async ({ window_days }: SweepInput, { container }) => {
    const service = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const output: SweepOutput = { results: [], swept: 0, failed: [] }
    let after = ""
    while (output.swept < ORDERS_MAX) {
      const ids = await service.listOrdersToReconcile({
        after,
        limit: PAGE,
        window_days,
      })
      for (const order_id of ids) {
        try {
          output.results.push(...(await reconcile(container, { order_id })))
        } catch (error) {
          output.failed.push(order_id)
          logger.error(
            `affiliate sweep: order ${order_id} could not be reconciled`,
            error instanceof Error ? error : new Error(String(error))
          )
        }
      }
      output.swept += ids.length
      if (ids.length < PAGE) {
        break
      }
      after = ids[ids.length - 1]
    }
    return new StepResponse(output)
  }
)
