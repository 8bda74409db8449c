import {
  remember,
  untilJudged,
} from "../../integration-tests/harness/affiliates"
import {
  buy,
  type Currency,
  type Line,
  type Shop,
} from "../../integration-tests/harness/shop"

/** Somebody buys with a player's code, or their word where they have no discount to give; answers the order's id. */
export async function buyWith(
  shop: Shop,
  { code, word }: { code?: string; word: string },
  purchase: { name: string; currency: Currency; items: Line[] }
): Promise<string> {
  const { id } = await buy(shop, {
    ...purchase,
    code,
    ...(!code && { beforePayment: remember({ code: word }) }),
  })
  await untilJudged(shop, id)
  return id
}
