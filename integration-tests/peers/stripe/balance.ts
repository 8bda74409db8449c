import type Stripe from "stripe"
import type { Purse, World } from "./world"

const listed = (purse: Purse) =>
  [...purse].map(([currency, amount]) => ({
    amount,
    currency,
    source_types: { card: amount },
  }))

/** The platform's balance, or that of an account where it is asked in its name. */
export function balanceOf(world: World, account?: string): Stripe.Balance {
  const available = account ? world.purseOf(account) : world.available
  return {
    object: "balance",
    available: listed(available),
    ...(!account && {
      connect_reserved: [...available.keys()].map((currency) => ({
        amount: 0,
        currency,
      })),
    }),
    livemode: world.livemode,
    pending: listed(account ? new Map() : world.pending),
  } satisfies Stripe.Balance
}
