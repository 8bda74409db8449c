import {
  AttributionInput,
  BondTouch,
  Candidate,
  ClickTouch,
  CodeTouch,
  judge,
  ManualTouch,
  Verdict,
} from "../domain/attribution"
import { bondOf } from "../domain/bond"
import { BroughtBy, broughtBy, EarlierVisit } from "../domain/links/brought-by"
import { ZERO } from "../domain/money"
import { codeKey, normalizeEmail } from "../domain/normalize"
import { OrderSnapshot } from "../domain/order-snapshot"
import { levelRefusalOf } from "../domain/refusal"
import { PinnedLevel, PinnedTerms, pinTerms } from "../domain/terms"
import { TraceStep, traceStep } from "../domain/trace"
import { readBondingOrders } from "../sql/bonds"
import { databaseTime } from "../sql/clock"
import { readContractInForce } from "../sql/contracts"
import { boughtBefore } from "../sql/order-facts"
import {
  CreditableAffiliate,
  readAncestors,
  readCartMark,
  readClicks,
  readCodes,
  readCreditableAffiliates,
} from "../sql/touches"
import { pinRules } from "./pin-rules"
import { Trx } from "./transaction"

/** An admin's word on who is credited; `null` = nobody. */
export interface ManualWord {
  affiliate_id: string | null
  note: string
}

/** A verdict with the terms that price the order for ever. */
export interface Judgement {
  verdict: Verdict
  terms: PinnedTerms | null
  brought_by: BroughtBy
}

interface Touches {
  affiliates: Map<string, CreditableAffiliate>
  codes: CodeTouch[]
  clicks: ClickTouch[]
  visits: EarlierVisit[]
  bond: BondTouch | null
  manual: ManualTouch | null
}

const readTouches = async (
  trx: Trx,
  order: OrderSnapshot,
  word: ManualWord | null,
  moment: Date
): Promise<Touches> => {
  const { cart_id, placed_at, customer_id } = order
  const email = order.email && normalizeEmail(order.email)
  const discounts = new Map(
    order.codes.map(({ code, discount }) => [codeKey(code), discount])
  )
  const codes = await readCodes(trx, {
    keys: [...discounts.keys()],
    cart_id,
    placed_at,
  })
  const clicks = await readClicks(trx, { cart_id, placed_at })
  const earlier = (await readBondingOrders(trx, { customer_id, email })).filter(
    ({ order_id }) => order_id !== order.order_id
  )
  const bond = bondOf(earlier, placed_at)

  const affiliates = await readCreditableAffiliates(
    trx,
    [
      ...codes.map(({ affiliate_id }) => affiliate_id),
      ...clicks.map(({ affiliate_id }) => affiliate_id),
      ...(bond ? [bond.affiliate_id] : []),
    ],
    placed_at
  )
  const candidateOf = (affiliate_id: string): Candidate | undefined =>
    affiliates.get(affiliate_id)?.candidate

  const bound = bond && candidateOf(bond.affiliate_id)

  let manual: ManualTouch | null = null
  if (word) {
    const named = word.affiliate_id
      ? await readCreditableAffiliates(trx, [word.affiliate_id], moment)
      : new Map<string, CreditableAffiliate>()
    named.forEach((affiliate, id) => affiliates.set(id, affiliate))
    manual = {
      candidate: word.affiliate_id
        ? (candidateOf(word.affiliate_id) ?? null)
        : null,
      note: word.note,
    }
  }

  return {
    affiliates,
    manual,
    codes: codes.flatMap((row) => {
      const candidate = candidateOf(row.affiliate_id)
      return candidate
        ? {
            code_id: row.id,
            code: row.code,
            discount: discounts.get(row.code_key) ?? ZERO,
            code_created_at: row.created_at,
            candidate,
          }
        : []
    }),
    visits: clicks.map(({ id, created_at, ...row }) => ({
      ...row,
      click_id: id,
      at: created_at,
    })),
    clicks: clicks.flatMap((row) => {
      const candidate = candidateOf(row.affiliate_id)
      return candidate
        ? { click_id: row.id, at: row.created_at, candidate }
        : []
    }),
    bond: bond && bound ? { ...bond, candidate: bound } : null,
  }
}

/**
 * The levels above as they stood, pinned with the order. A parent who may
 * not earn leaves its level empty; those further up keep theirs.
 *
 * @param moment whose tree and status count: the one the credited affiliate is judged by
 */
const pinLevels = async (
  trx: Trx,
  order: OrderSnapshot,
  credited: CreditableAffiliate,
  moment: Date,
  trace: TraceStep[]
): Promise<PinnedLevel[]> => {
  const depth = Math.max(0, ...credited.levels.map(({ level }) => level - 1))
  if (!depth || !credited.parent_id) {
    return []
  }
  const ancestors = await readAncestors(trx, credited.parent_id, depth, moment)
  const affiliates = await readCreditableAffiliates(trx, ancestors, moment)
  return [...credited.levels]
    .sort((a, b) => a.level - b.level)
    .flatMap(({ level, percent, basis }) => {
      const affiliate = affiliates.get(ancestors[level - 2])
      if (!affiliate) {
        return []
      }
      const { candidate } = affiliate
      const refusal = levelRefusalOf(candidate, order)
      trace.push(
        traceStep({
          kind: "level",
          level,
          affiliate_id: candidate.affiliate_id,
          affiliate_name: candidate.name,
          percent: String(percent),
          basis,
          ...(refusal
            ? { outcome: "passed_over", refusal }
            : { outcome: "earns" }),
        })
      )
      return refusal
        ? []
        : {
            level,
            affiliate_id: candidate.affiliate_id,
            percent: String(percent),
            basis,
          }
    })
}

/**
 * Decides who is credited for an order that was never judged, or again on an
 * admin's word, and pins the terms. The caller holds the order's lock.
 */
export const judgeOrder = async (
  trx: Trx,
  order: OrderSnapshot,
  word: ManualWord | null
): Promise<Judgement> => {
  // A person credits an old order knowing who the affiliates are today.
  const moment = word ? await databaseTime(trx) : order.placed_at
  const touches = await readTouches(trx, order, word, moment)
  const mattersWhetherReturning = [...touches.codes, ...touches.clicks].some(
    ({ candidate }) => candidate.new_customers_only
  )
  const input: AttributionInput = {
    placed_at: order.placed_at,
    currency_code: order.currency_code,
    customer_id: order.customer_id,
    email: order.email,
    manual: touches.manual,
    codes: touches.codes,
    clicks: touches.clicks,
    bond: touches.bond,
    returning_customer:
      mattersWhetherReturning &&
      (await boughtBefore(trx, {
        order_id: order.order_id,
        customer_id: order.customer_id,
        email: order.email && normalizeEmail(order.email),
        placed_at: order.placed_at,
      })),
  }
  const verdict = judge(input)
  if (!verdict.affiliate_id) {
    return {
      verdict,
      terms: null,
      brought_by: { link_id: null, sub_id: null },
    }
  }
  const credited = touches.affiliates.get(verdict.affiliate_id)!
  const brought_by = broughtBy(
    {
      affiliate_id: verdict.affiliate_id,
      click_id: verdict.click_id,
      attribution_window_days: credited.candidate.attribution_window_days,
      placed_at: order.placed_at,
    },
    touches.visits,
    await readCartMark(trx, order.cart_id)
  )
  const trace = [...verdict.trace]
  const levels = await pinLevels(trx, order, credited, moment, trace)
  const terms = pinTerms({
    program: credited.program,
    tier: credited.tier,
    affiliate: credited.affiliate_terms,
    contract: await readContractInForce(trx, {
      affiliate_id: verdict.affiliate_id,
      placed_at: order.placed_at,
      moment,
    }),
    levels,
    currency_code: order.currency_code,
  })
  trace.push(
    traceStep({
      kind: "terms",
      commission_type: terms.commission_type,
      commission_value: terms.commission_value,
      currency_code: order.currency_code,
      rate_source: terms.rate_source,
      hold_days: terms.hold_days,
    })
  )
  const ruled = await pinRules(
    trx,
    order,
    {
      affiliate_id: verdict.affiliate_id,
      tier_id: terms.tier_id,
      program_id: terms.program_id,
    },
    moment
  )
  if (!ruled) {
    return { verdict: { ...verdict, trace }, terms, brought_by }
  }
  trace.push(ruled.step)
  return {
    verdict: { ...verdict, trace },
    terms: { ...terms, rules: ruled.rules },
    brought_by,
  }
}
