import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import { AffiliateEvents } from "../../modules/affiliate/events"
import type AffiliateModuleService from "../../modules/affiliate/service"
import type { BatchItemRow } from "../../modules/affiliate/sql/payout-batch-items"
import { announcePayoutWorkflow } from "../payouts/announce-payout"
import { lookUpPayoutWorkflow } from "../payouts/look-up-payout"
import { processPayoutWorkflow } from "../payouts/process-payout"

/**
 * Brings one item of a batch to its end: requested, sent, settled. Wherever a
 * crash stopped it before, it goes on from there.
 *
 * @param options.canceled the batch is: what was not sent is withdrawn
 * @throws when it broke off and is worth another try
 */
export const runItem = async (
  container: MedusaContainer,
  item: BatchItemRow,
  { canceled }: { canceled: boolean }
): Promise<void> => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const withdraw = async (
    to: "refused" | "canceled",
    reason: string
  ): Promise<void> => {
    const { id } = item
    const move = await service.withdrawPayoutBatchItem({ id, to, reason })
    if (move) {
      await announcePayoutWorkflow(container).run({ input: move })
    }
  }
  try {
    if (item.status === "requested" && canceled) {
      await withdraw("canceled", "The batch was canceled")
    } else {
      await send(container, service, item)
    }
    await service.settlePayoutBatchItem(item.id)
  } catch (error) {
    if (await service.notePayoutBatchItemError({ id: item.id, error })) {
      throw error
    }
    await withdraw(
      "refused",
      error instanceof Error ? error.message : String(error)
    )
  }
}

const send = async (
  container: MedusaContainer,
  service: AffiliateModuleService,
  item: BatchItemRow
): Promise<void> => {
  const payout = await service.requestPayoutBatchItem(item.id)
  if (!payout) {
    return
  }
  const { payout_id: id, requested } = payout
  if (requested) {
    await container.resolve(Modules.EVENT_BUS).emit({
      name: AffiliateEvents.PAYOUT_REQUESTED,
      data: { id, affiliate_id: item.affiliate_id },
    })
  }
  const { status, provider } = requested
    ? { status: "pending", provider: item.provider }
    : await service.retrieveAffiliatePayout(id, {
        select: ["status", "provider"],
      })
  if (status === "pending") {
    await processPayoutWorkflow(container).run({ input: { id } })
  } else if (status === "processing" && !isByPerson(service, provider)) {
    // It stopped between the call and the record: whether the money left, only the provider knows.
    await lookUpPayoutWorkflow(container).run({ input: { id } })
  }
}

const isByPerson = (
  service: AffiliateModuleService,
  provider: string
): boolean =>
  service.listPayoutProviderIds({ transferred_by: "person" }).includes(provider)
