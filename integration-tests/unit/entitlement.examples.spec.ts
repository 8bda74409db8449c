import {
  entitlementsOf,
  OrderEntitlement,
} from "../../src/modules/affiliate/domain/entitlement"
import { toAmount, toDecimal } from "../../src/modules/affiliate/domain/money"
import { OrderSnapshot } from "../../src/modules/affiliate/domain/order-snapshot"
import { PinnedTerms } from "../../src/modules/affiliate/domain/terms"
import { line, snapshot, terms } from "./support/orders"

/** The worked examples, each as Medusa's own totals leave the order. */

const money = (total: number | string, before: number | string = total) => ({
  total: toAmount(total),
  total_before_refunds: toAmount(before),
})
const delivery = [line("delivery", { net: 10, gross: 11 })]
const shirts = line("Shirt", { quantity: 2, net: 180, gross: 198 })
const oneShirt = line("Shirt", { quantity: 1, net: 90, gross: 99 })
const noShirt = line("Shirt", { quantity: 0, net: 0 })
const mug = line("Mug", { net: 18, gross: 19.8 })
const noMug = line("Mug", { quantity: 0, net: 0 })

/** 2 Shirts at 100, 1 Mug at 20, 10 % off, 10 % tax, shipping 10. */
const placed = snapshot({
  items: [shirts, mug],
  shipping: delivery,
  ...money(228.8),
})
const shirtReturned = snapshot({
  items: [oneShirt, mug],
  shipping: delivery,
  ...money(129.8),
})
const allReturned = snapshot({
  items: [noShirt, noMug],
  shipping: delivery,
  ...money(11),
})

const level = (percent: string, basis: "order" | "commission") => ({
  level: 2,
  affiliate_id: "aff_parent",
  percent,
  basis,
})
const perItem = terms({
  commission_type: "fixed_per_item",
  commission_value: "5",
})
const perOrder = terms({
  commission_type: "fixed_per_order",
  commission_value: "7",
})

/** Commission of the first level, its lines, and the upper levels, as decimals. */
function outcome({ base_total, entitlements }: OrderEntitlement) {
  const [first, ...upper] = entitlements
  return {
    base: toDecimal(base_total),
    commission: toDecimal(first!.amount),
    lines: first!.lines.map(({ amount }) => toDecimal(amount)),
    upper: upper.map(({ amount }) => toDecimal(amount)),
  }
}

const examples: [
  string,
  OrderSnapshot,
  PinnedTerms,
  Partial<ReturnType<typeof outcome>>,
][] = [
  [
    "placed",
    placed,
    terms(),
    { base: "198", commission: "39.6", lines: ["36", "3.6"] },
  ],
  [
    "a goodwill refund of 33",
    { ...placed, ...money(195.8, 228.8) },
    terms(),
    { base: "198", commission: "33.89" },
  ],
  [
    "one Shirt returned and received",
    shirtReturned,
    terms(),
    { base: "108", commission: "21.6", lines: ["18", "3.6"] },
  ],
  [
    "… and a goodwill refund of 20 beyond what was owed",
    { ...shirtReturned, ...money(109.8, 129.8) },
    terms(),
    { base: "108", commission: "18.27" },
  ],
  [
    "cancelled before it was captured: Medusa keeps the totals full",
    { ...placed, canceled_at: new Date() },
    terms(),
    { base: "0", commission: "0", lines: ["0", "0"] },
  ],
  [
    "cancelled after it was captured: Medusa credits all of it",
    { ...placed, ...money(0, 228.8), canceled_at: new Date() },
    terms(),
    { base: "0", commission: "0" },
  ],
  [
    "upper level 2, 5 % of the order",
    placed,
    terms({ levels: [level("5", "order")] }),
    { commission: "39.6", upper: ["9.9"] },
  ],
  [
    "upper level 2, 10 % of the commission",
    placed,
    terms({ levels: [level("10", "commission")] }),
    { commission: "39.6", upper: ["3.96"] },
  ],
  [
    "fixed 5 per item",
    placed,
    perItem,
    { commission: "15", lines: ["10", "5"] },
  ],
  [
    "fixed 5 per item, one Shirt returned",
    shirtReturned,
    perItem,
    { commission: "10", lines: ["5", "5"] },
  ],
  ["fixed 7 per order", placed, perOrder, { commission: "7" }],
  [
    "fixed 7 per order, one Shirt returned",
    shirtReturned,
    perOrder,
    { commission: "7" },
  ],
  [
    "fixed 7 per order, all returned",
    allReturned,
    perOrder,
    { base: "0", commission: "0" },
  ],
  [
    "yen: one item of 333 at 7.5 %",
    snapshot({
      currency_code: "jpy",
      digits: 0,
      items: [line("a", { net: 333 })],
      ...money(333),
    }),
    terms({ commission_value: "7.5" }),
    { commission: "25", lines: ["25"] },
  ],
  [
    "three lines of 0.05 at 10 %: rounded once, not three times",
    snapshot({
      items: [
        line("a", { net: 0.05 }),
        line("b", { net: 0.05 }),
        line("c", { net: 0.05 }),
      ],
      ...money(0.15),
    }),
    terms({ commission_value: "10" }),
    { commission: "0.02", lines: ["0.01", "0.01", "0"] },
  ],
]

test.each(examples)("%s", (_name, order, pinned, expected) => {
  expect(outcome(entitlementsOf(order, "aff_1", pinned))).toMatchObject(
    expected
  )
})

const further: typeof examples = [
  [
    "a fixed value per item follows a goodwill refund too",
    { ...placed, ...money(114.4, 228.8) },
    perItem,
    { commission: "7.5" },
  ],
  [
    "an item that was given away earns no fixed value",
    snapshot({
      items: [mug, line("Gift", { quantity: 3, net: 0 })],
      ...money(19.8),
    }),
    perItem,
    { commission: "5", lines: ["5", "0"] },
  ],
  [
    "shipping is not an item",
    placed,
    { ...perItem, include_shipping: true },
    { base: "208", commission: "15", lines: ["10", "5", "0"] },
  ],
  [
    "a program that pays on shipping",
    placed,
    terms({ include_shipping: true }),
    { base: "208", commission: "41.6", lines: ["36", "3.6", "2"] },
  ],
  [
    "a program that pays on tax",
    placed,
    terms({ include_tax: true }),
    { base: "217.8", commission: "43.56" },
  ],
  [
    "a total above what the order was worth, however it came about",
    { ...placed, ...money(300, 228.8) },
    terms(),
    { commission: "39.6" },
  ],
  [
    "more given back than the order was worth",
    { ...placed, ...money(-5, 228.8) },
    terms({ levels: [level("5", "order")] }),
    { base: "198", commission: "0", upper: ["0"] },
  ],
  [
    "a commission of exactly half a cent, where a third of the order is left",
    snapshot({ items: [line("a", { net: 0.15 })], ...money(0.05, 0.15) }),
    terms({ commission_value: "10" }),
    { commission: "0.01" },
  ],
  [
    "an order that cost nothing",
    snapshot({ items: [line("a", { net: 0 })], ...money(0) }),
    terms(),
    { base: "0", commission: "0", lines: ["0"] },
  ],
]

test.each(further)("%s", (_name, order, pinned, expected) => {
  expect(outcome(entitlementsOf(order, "aff_1", pinned))).toMatchObject(
    expected
  )
})
