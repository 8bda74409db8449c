import {
  addDiscountCode,
  addWare,
  ok,
  openShop,
  seedShop,
  type Api,
  type Shop,
  type Ware,
} from "../../integration-tests/harness/shop"

/** What the shop sells beside Shirt and Mug; amounts in major units. */
const CATALOGUE = [
  { title: "Linen apron", price: { usd: 48, eur: 45, jpy: 6800 } },
  { title: "Enamel teapot", price: { usd: 64.5, eur: 59.9, jpy: 9200 } },
  { title: "Merino scarf", price: { usd: 85, eur: 79, jpy: 12400 } },
  { title: "Dotted notebook", price: { usd: 17.95, eur: 16.5, jpy: 2350 } },
  { title: "Desk lamp, brass", price: { usd: 129, eur: 119, jpy: 18800 } },
]

/** What Shirt and Mug cost in yen: in the seeded shop everything costs the same number in every currency. */
const PRICES_IN_YEN = { Shirt: 14800, Mug: 2900 }

/** The shop of the demo, and whatever can be bought in it. */
export type DemoShop = Shop & {
  wares: Ware[]
  /** A discount code that belongs to no affiliate. */
  coupon: string
  /** The category of mug, apron and teapot. */
  kitchen: string
}

/** Sets the shop up over the admin routes, as a merchant would in the dashboard. */
export async function setUpShop(admin: Api): Promise<DemoShop> {
  const shop = openShop(admin, await seedShop(admin))
  const { stores } = ok(await admin.get("/admin/stores"))
  ok(
    await admin.post(`/admin/stores/${stores[0].id}`, {
      name: "Harbour & Pine",
    })
  )
  const wares: Ware[] = []
  // One after the other, so that the dashboard lists them as they are written here.
  for (const ware of CATALOGUE) wares.push(await addWare(shop, ware))
  await priceInYen(shop, shop.shirt, PRICES_IN_YEN.Shirt)
  await priceInYen(shop, shop.mug, PRICES_IN_YEN.Mug)
  const coupon = "SPRING5"
  await addDiscountCode(shop, coupon, 5)
  const [apron, teapot] = wares
  const kitchen = await addCategory(shop, "Kitchen", [shop.mug, apron, teapot])
  return { ...shop, wares: [shop.shirt, shop.mug, ...wares], coupon, kitchen }
}

async function addCategory(
  { admin }: Shop,
  name: string,
  wares: Ware[]
): Promise<string> {
  const { product_category } = ok(
    await admin.post<{ product_category: { id: string } }>(
      "/admin/product-categories",
      { name, is_active: true }
    )
  )
  ok(
    await admin.post(
      `/admin/product-categories/${product_category.id}/products`,
      { add: wares.map(({ productId }) => productId) }
    )
  )
  return product_category.id
}

async function priceInYen(
  { admin }: Shop,
  { productId, variantId }: Ware,
  amount: number
): Promise<void> {
  const path = `/admin/products/${productId}/variants/${variantId}`
  const { variant } = ok(await admin.get(path, { fields: "*prices" }))
  ok(
    await admin.post(path, {
      prices: variant.prices.map(
        (price: { id: string; currency_code: string; amount: number }) => ({
          id: price.id,
          currency_code: price.currency_code,
          amount: price.currency_code === "jpy" ? amount : price.amount,
        })
      ),
    })
  )
}
