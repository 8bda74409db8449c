import { signUp, type Customer, type Store } from "../../harness"
import { Affiliate } from "../model/terms"
import { Buyer } from "../model/verdict"
import { Partner } from "./partners"
import { Random } from "../random"

/** Who buys: a guest, or somebody with an account. */
export interface Shopper extends Buyer {
  customer: Customer | null
  visitorId: string
  /** Whose links they followed, the latest last. */
  clicks: Affiliate[]
}

/** Strangers, and three affiliates who buy for themselves. */
export async function createShoppers(
  store: Store,
  partners: Partner[],
  fay: Customer,
  random: Random
): Promise<Shopper[]> {
  const { seed } = random
  const shoppers: Shopper[] = []
  const add = (name: string, email: string, customer: Customer | null) =>
    shoppers.push({
      name,
      email,
      customerId: customer?.id ?? null,
      customer,
      visitorId: `visitor-${seed}-${shoppers.length}`,
      clicks: [],
    })
  for (let index = 1; index <= 6; index++) {
    add(`guest ${index}`, `guest${index}-${seed}@example.com`, null)
  }
  for (let index = 1; index <= 2; index++) {
    const email = `account${index}-${seed}@example.com`
    add(`account ${index}`, email, await signUp(store.shop, email))
  }
  add("Fay herself", fay.email, fay)
  add("Cid herself", partners[2]!.affiliate.email, null)
  add(
    "Dov's second mailbox",
    partners[3]!.affiliate.email.replace("@", "+shop@"),
    null
  )
  return shoppers
}
