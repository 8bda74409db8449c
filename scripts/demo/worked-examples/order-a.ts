import {
  buy,
  capture,
  lineOf,
  readOrder,
  type Shop,
} from "../../../integration-tests/harness/shop"
import { readVerdict, untilJudged } from "../verdicts"
import type { Figures, Look } from "./check"

/** Order A: 2 Shirts at 100 and a Mug at 20, with a code that gives 10 % off. */
export type OrderA = {
  id: string
  /** What Medusa says it costs. */
  total: number
  /** The ids of its lines. */
  shirts: string
  mug: string
  /** Its figures as they are now. */
  figures: Look
  /** Does something to it; the figures count once the books have heard of that. */
  after: (deed: () => Promise<unknown>) => Promise<Look>
}

/** Places order A, and captures its payment unless told not to. */
export async function placeOrderA(
  shop: Shop,
  code: string,
  { captured = true, name }: { captured?: boolean; name?: string } = {}
): Promise<OrderA> {
  const { id } = await buy(shop, {
    items: [{ ware: shop.shirt, quantity: 2 }, { ware: shop.mug }],
    code,
    name,
  })
  if (captured) await capture(shop, id)
  await untilJudged(shop, id, ({ paid }) => paid === captured)
  const order = await readOrder(shop, id)
  return {
    id,
    total: order.total,
    shirts: lineOf(order, "Shirt").id,
    mug: lineOf(order, "Mug").id,
    figures: () => figuresOf(shop, id),
    after: async (deed) => {
      const before = await readVerdict(shop, id)
      await deed()
      return () => figuresOf(shop, id, before?.reconciled_at)
    },
  }
}

/** What an order earns, by figure; undefined while its verdict is not newer than the one to leave behind. */
export async function figuresOf(
  shop: Pick<Shop, "admin">,
  orderId: string,
  behind?: string
): Promise<Figures | undefined> {
  const verdict = await readVerdict(shop, orderId)
  if (!verdict || verdict.reconciled_at === behind) return undefined
  const [own, upper] = verdict.commissions
  if (!own) return { base: verdict.base_total, commission: "none" }
  return {
    ...Object.fromEntries(
      own.lines.map(({ title, amount }) => [title, amount])
    ),
    base: verdict.base_total,
    commission: own.amount,
    status: own.status,
    ...(upper && { "upper level": upper.amount }),
  }
}
