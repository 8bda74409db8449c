import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type AffiliateModuleService from "../../modules/affiliate/service"
import type { Attempt } from "../../modules/affiliate/sql/look-ups"
import { lookUpPayoutWorkflow } from "./look-up-payout"

/** Taken at once; the next ones are taken when these are done. */
const CHUNK = 10
/** Of one provider in one run. */
const RUN_MAX = 500
/** A provider that could not be asked this often in a row is left alone until the next run. */
const FAILURES_MAX = 3

export interface LookUpCounts {
  /** Payouts that were asked about. */
  asked: number
  /** Of these, those of which the outcome is known now. */
  settled: number
}

/**
 * Asks services about payments under way whose time has come, each at its own
 * pace, so that one that is down does not keep others waiting. Where a provider
 * is missing, that is said aloud instead.
 */
export const lookUpDuePayouts = async (
  container: MedusaContainer
): Promise<LookUpCounts> => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const missing = await service.raiseMissingProviders({ limit: RUN_MAX })
  if (missing.length) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `Payouts are under way through ${missing.join(", ")}, not among the payout providers of this store: nobody can be asked about them`
      )
  }
  const counts = await Promise.all(
    service
      .listPayoutProviderIds({ transferred_by: "service" })
      .map((provider) => askAbout(container, provider))
  )
  return {
    asked: counts.reduce((sum, { asked }) => sum + asked, 0),
    settled: counts.reduce((sum, { settled }) => sum + settled, 0),
  }
}

const askAbout = async (
  container: MedusaContainer,
  provider: string
): Promise<LookUpCounts> => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const counts = { asked: 0, settled: 0 }
  let failures = 0
  while (counts.asked < RUN_MAX) {
    const attempts = await service.claimLookUps({ provider, limit: CHUNK })
    for (const [index, attempt] of attempts.entries()) {
      const outcome = await lookUp(container, attempt)
      counts.asked++
      counts.settled += outcome === "settled" ? 1 : 0
      failures = outcome === "not_asked" ? failures + 1 : 0
      if (failures === FAILURES_MAX) {
        await service.releaseLookUps(
          attempts.slice(index + 1).map(({ id }) => id)
        )
        return counts
      }
    }
    if (attempts.length < CHUNK) {
      break
    }
  }
  return counts
}

const lookUp = async (
  container: MedusaContainer,
  attempt: Attempt
): Promise<"settled" | "under_way" | "not_asked"> => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  try {
    const { result } = await lookUpPayoutWorkflow(container).run({
      input: { id: attempt.id },
    })
    if (result?.status !== "processing") {
      return "settled"
    }
    await service.putLookUpOff({ ...attempt, error: null })
    return "under_way"
  } catch (error) {
    const message = messageOf(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`Payout ${attempt.id} could not be looked up: ${message}`)
    await service.putLookUpOff({ ...attempt, error: message })
    return "not_asked"
  }
}

/** A workflow writes errors down before it throws them: what comes out need not be an `Error` any more. */
const messageOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "message" in error
    ? String(error.message)
    : String(error)
