import {
  buy,
  cancelOrder,
  convertDraft,
  draftOrder,
  useStore,
  type Purchase,
} from "../harness"
import { addAffiliate, addProgram } from "../support/programs"
import { uniqueEmail } from "../support/people"
import { readVerdict } from "../support/verdicts"
import { sweepOrdersWorkflow } from "../../src/workflows/orders"
import { Deliveries } from "./deliveries"
import { Random } from "./random"

/** A verdict is on the order as it was placed, however late, and in whatever sequence, the plugin hears of things. */
const store = useStore({ env: { WORKER_MODE: "server" } })

let deliveries: Deliveries
beforeAll(() => {
  deliveries = new Deliveries(store.container)
})

const hear = () => deliveries.deliver("as sent", new Random(1))
const lose = () => deliveries.deliver("all lost", new Random(1))
const sweep = () =>
  sweepOrdersWorkflow(store.container).run({ input: { window_days: 3 } })

/** One buyer; each order of theirs is told apart by what it came with. */
function buyer() {
  const email = uniqueEmail()
  return async (purchase: Partial<Purchase> = {}): Promise<string> => {
    const { shop } = store
    return (
      await buy(shop, { items: [{ ware: shop.mug }], email, ...purchase })
    ).id
  }
}

test("an order after the bond's own was cancelled is not credited by it, though the cancellation is heard of later", async () => {
  const { code } = await addAffiliate(store, { discount_percent: 10 })
  const buys = buyer()
  const first = await buys({ code })
  await hear()
  await cancelOrder(store.shop, first)
  await lose()
  const second = await buys()
  await hear()

  expect(await readVerdict(store, second)).toMatchObject({
    outcome: "none",
    reason: "no_touch",
  })
})

test("an order while the bond stood is credited by it, though its own cancellation is heard of first", async () => {
  const { code, id } = await addAffiliate(store, { discount_percent: 10 })
  const buys = buyer()
  const first = await buys({ code })
  await hear()
  const second = await buys()
  await lose()
  await cancelOrder(store.shop, first)
  await hear()
  await sweep()

  expect(await readVerdict(store, second)).toMatchObject({
    affiliate_id: id,
    source: "attribution",
  })
})

test("whoever had bought before had bought before, though that order is cancelled when the plugin hears of it", async () => {
  const program_id = await addProgram(store, { new_customers_only: true })
  const { code } = await addAffiliate(store, {
    program_id,
    discount_percent: 10,
  })
  const buys = buyer()
  const first = await buys()
  const second = await buys({ code })
  await cancelOrder(store.shop, first)
  await lose()
  await sweep()

  expect(await readVerdict(store, second)).toMatchObject({
    outcome: "none",
    reason: "returning_customer",
  })
})

test("whoever had only a cancelled order is a new customer, in whatever sequence it is heard of", async () => {
  const program_id = await addProgram(store, { new_customers_only: true })
  const { code, id } = await addAffiliate(store, {
    program_id,
    discount_percent: 10,
  })
  const buys = buyer()
  const first = await buys()
  await cancelOrder(store.shop, first)
  await lose()
  const second = await buys({ code })
  await hear()

  expect(await readVerdict(store, second)).toMatchObject({
    affiliate_id: id,
    source: "code",
  })
})

/** Written down by the merchant before the buyer's next order, and sold after it. */
test("an order by phone is credited by the bond of one that was placed while it was a draft, though that is not heard of", async () => {
  const { shop } = store
  const { code, id } = await addAffiliate(store, { discount_percent: 10 })
  const email = uniqueEmail()
  const draft = await draftOrder(shop, { items: [{ ware: shop.mug }], email })
  await buy(shop, { items: [{ ware: shop.mug }], email, code })
  await lose()
  await convertDraft(shop, draft.id)
  await hear()

  expect(await readVerdict(store, draft.id)).toMatchObject({
    affiliate_id: id,
    source: "attribution",
  })
})

test("whoever has a draft only is a new customer, though it is an order by the time the plugin looks", async () => {
  const { shop } = store
  const program_id = await addProgram(store, { new_customers_only: true })
  const { code, id } = await addAffiliate(store, {
    program_id,
    discount_percent: 10,
  })
  const email = uniqueEmail()
  const draft = await draftOrder(shop, { items: [{ ware: shop.mug }], email })
  const bought = await buy(shop, { items: [{ ware: shop.mug }], email, code })
  await convertDraft(shop, draft.id)
  await lose()
  await sweep()

  expect(await readVerdict(store, bought.id)).toMatchObject({
    affiliate_id: id,
    source: "code",
  })
})
