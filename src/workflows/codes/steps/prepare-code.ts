import { randomInt } from "node:crypto"

import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import {
  CODE_ALPHABET,
  CODE_RULE,
  CODE_RULE_WORDS,
  codeFromName,
} from "../../../modules/affiliate/domain/code"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { findLivePromotions } from "./find-live-promotions"

export interface PrepareCodeInput {
  affiliate_id: string
  /** Without it one is made from the affiliate's name. */
  code?: string | null
  /** Percent off for the shopper; without it the code only attributes. */
  discount_percent?: number | null
}

export interface PreparedCode {
  affiliate_id: string
  code: string
  discount_percent: number | null
  /** Of the affiliate's own retired code of that word: it makes place for a new one. */
  old_promotion_ids: string[]
  /** Whether the code works as soon as it exists. */
  active: boolean
}

const RANDOM_LENGTH = 6
const ATTEMPTS_MAX = 10

/**
 * Decides on the word of a new code, before anything is made.
 *
 * @throws not_found for the affiliate; invalid_data for a word against the rule; duplicate_error for
 *   a word that another code or any Medusa promotion has, in any letter case
 */
export const prepareCodeStep = createStep(
  "affiliate-prepare-code",
  async (input: PrepareCodeInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const affiliate = await service.retrieveAffiliate(input.affiliate_id, {
      select: ["id", "name", "status"],
    })
    const code =
      input.code ?? (await makeCode(affiliate.name, affiliate.id, container))
    if (!CODE_RULE.test(code)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Field 'code' ${CODE_RULE_WORDS}`
      )
    }
    const retired = await service.checkCodeIsFree(affiliate.id, code)
    const old = await findLivePromotions(
      retired?.promotion_id ? [retired.promotion_id] : [],
      container
    )
    const old_promotion_ids = old.map(({ id }) => id)
    if (await isPromotion(code, old_promotion_ids, container)) {
      throw new MedusaError(
        MedusaError.Types.DUPLICATE_ERROR,
        `The code ${code} is already taken by a promotion of the store`
      )
    }
    return new StepResponse<PreparedCode>({
      affiliate_id: affiliate.id,
      code,
      discount_percent: input.discount_percent ?? null,
      old_promotion_ids,
      active: affiliate.status === "approved",
    })
  }
)

export const randomWord = (): string =>
  Array.from(
    { length: RANDOM_LENGTH },
    () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]
  ).join("")

/** Two affiliates of one name seldom draw the same letters, but they may. */
const makeCode = async (
  name: string,
  affiliate_id: string,
  container: MedusaContainer
): Promise<string> => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  for (let attempt = 1; ; attempt++) {
    const code = codeFromName(name, randomWord())
    const free = await service.checkCodeIsFree(affiliate_id, code).then(
      () => true,
      () => false
    )
    if (free || attempt === ATTEMPTS_MAX) {
      return code
    }
  }
}

/** Letter case tells Medusa's promotions apart, but neither shoppers nor affiliate codes. */
const isPromotion = async (
  code: string,
  except: string[],
  container: MedusaContainer
): Promise<boolean> => {
  const promotions = await container.resolve(Modules.PROMOTION).listPromotions(
    // `_` stands for any sign otherwise.
    { code: { $ilike: code.replace(/_/g, "\\_") } },
    { select: ["id"] }
  )
  return promotions.some(({ id }) => !except.includes(id))
}
