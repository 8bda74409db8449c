import { MedusaContainer } from "@medusajs/framework/types"
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
 * or lost, the money is right in the end; and takes back what orders earned
 * that Medusa deleted. An order that fails is told in the log and does not keep
 * the others waiting.
 *
 * Has no compensation: what was posted follows the orders and is right.
 */
export const sweepOrdersStep = createStep(
  "affiliate-sweep-orders-step",
  async ({ window_days }: SweepInput, { container }) => {
    const service = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
    const output: SweepOutput = { results: [], swept: 0, failed: [] }
    await sweep(
      {
        find: (page) => service.listOrdersToReconcile({ ...page, window_days }),
        putRight: (order_id) => reconcile(container, { order_id }),
      },
      output,
      container
    )
    await sweep(
      {
        find: (page) =>
          service.listCreditedOrdersGone({ ...page, window_days }),
        putRight: async (order_id) => {
          const retracted = await service.retractOrder(order_id)
          return retracted ? [retracted] : []
        },
      },
      output,
      container
    )
    return new StepResponse(output)
  }
)

interface Sweep {
  find: (page: { after: string; limit: number }) => Promise<string[]>
  putRight: (order_id: string) => Promise<ReconcileResult[]>
}

const sweep = async (
  { find, putRight }: Sweep,
  output: SweepOutput,
  container: MedusaContainer
): Promise<void> => {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  let after = ""
  while (output.swept < ORDERS_MAX) {
    const ids = await find({ after, limit: PAGE })
    for (const order_id of ids) {
      try {
        output.results.push(...(await putRight(order_id)))
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
}
