import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { forgive } from "../../../modules/affiliate/domain/links/forgiving"
import { codeKey } from "../../../modules/affiliate/domain/normalize"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { StoreSetCartAffiliate } from "./[id]/affiliate/validators"

/** More codes than anybody types. */
const PROMO_CODES_MAX = 50

interface PromoCodes {
  promo_codes?: unknown
}

/** The words of a body that Medusa's own validator may or may not have seen yet. */
const wordsOf = (body: unknown): string[] => {
  const words = (body as PromoCodes | undefined)?.promo_codes
  return Array.isArray(words) &&
    words.length <= PROMO_CODES_MAX &&
    words.every((word): word is string => typeof word === "string")
    ? words
    : []
}

/**
 * Medusa tells `ada10` from `ADA10`, shoppers do not: an affiliate's code is given to Medusa's own route in the
 * spelling of its promotion. A word that is a promotion as it was typed stays as it is.
 */
const spellAffiliateCodes = async (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  try {
    const words = wordsOf(req.validatedBody ?? req.body)
    const spellings = await spellingsOf(words, req)
    if (spellings.size) {
      const promo_codes = words.map((word) => spellings.get(word) ?? word)
      req.body = { ...(req.body as object), promo_codes }
      if (req.validatedBody) {
        req.validatedBody = { ...req.validatedBody, promo_codes }
      }
    }
    next()
  } catch (error) {
    next(error)
  }
}

/** What a code is looked up by, as people hand it on. */
const keyOf = (word: string): string => codeKey(forgive(word))

const spellingsOf = async (
  words: string[],
  req: MedusaRequest
): Promise<Map<string, string>> => {
  if (!words.length) {
    return new Map()
  }
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const codes = await service.listAffiliateCodes(
    {
      code_key: words.map(keyOf),
      promotion_id: { $ne: null },
      retired_at: null,
    },
    { select: ["code", "code_key"] }
  )
  const byKey = new Map(codes.map(({ code_key, code }) => [code_key, code]))
  const misspelt = words.filter((word) => {
    const code = byKey.get(keyOf(word))
    return code !== undefined && code !== word
  })
  if (!misspelt.length) {
    return new Map()
  }
  const promotions = await req.scope
    .resolve(Modules.PROMOTION)
    .listPromotions({ code: misspelt }, { select: ["code"] })
  const asTyped = new Set(promotions.map(({ code }) => code))
  return new Map(
    misspelt
      .filter((word) => !asTyped.has(word))
      .map((word) => [word, byKey.get(keyOf(word)) ?? word])
  )
}

export const storeCartsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/carts/:id/affiliate",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(StoreSetCartAffiliate)],
  },
  {
    matcher: "/store/carts/:id/promotions",
    methods: ["POST", "DELETE"],
    middlewares: [spellAffiliateCodes],
  },
]
