import Medusa from "@medusajs/js-sdk"
import { createAffiliateClient } from "medusa-plugin-affiliate/storefront"

const baseUrl = process.env.MEDUSA_URL ?? "http://localhost:9000"
const publishableKey = process.env.PUBLISHABLE_KEY ?? ""

/** Where the browser finds the store. */
export const backend = { baseUrl, publishableKey }

const sdk = new Medusa(backend)
export const affiliate = createAffiliateClient(sdk)

/** Of a cart and of an order, beside what Medusa answers anyway. */
const CART_FIELDS = "*items,*promotions,+discount_subtotal,+tax_total"
const ORDER_FIELDS = `${CART_FIELDS},+email`
const PROVIDER = "pp_system_default"

let region
/** The shop sells in dollars. */
const regionId = async () => {
  if (!region) {
    const { regions } = await sdk.store.region.list()
    region = regions.find(({ currency_code }) => currency_code === "usd")
  }
  return region.id
}

export const listProducts = async () => {
  const { products } = await sdk.store.product.list({
    region_id: await regionId(),
    fields: "id,title,handle,thumbnail,description,*variants.calculated_price",
    order: "created_at",
    limit: 20,
  })
  return products
}

export const findProduct = async (handle) =>
  (await listProducts()).find((product) => product.handle === handle)

/** The cart of that id; `null` when there is none, or it was bought. */
export const findCart = async (id) => {
  if (!id) return null
  try {
    const { cart } = await sdk.store.cart.retrieve(id, { fields: CART_FIELDS })
    return cart.completed_at ? null : cart
  } catch {
    return null
  }
}

/** The order of that id; `null` when there is none. */
export const findOrder = async (id) => {
  try {
    const { order } = await sdk.store.order.retrieve(id, {
      fields: ORDER_FIELDS,
    })
    return order
  } catch {
    return null
  }
}

/** Puts a thing into the cart, or into a new one; answers the cart's id. */
export const addToCart = async (cart, variant_id) => {
  if (!cart) {
    const { cart: fresh } = await sdk.store.cart.create({
      region_id: await regionId(),
      items: [{ variant_id, quantity: 1 }],
    })
    return fresh.id
  }
  await sdk.store.cart.createLineItem(cart.id, { variant_id, quantity: 1 })
  return cart.id
}

/** Address, shipping, payment and order in one go: a real shop asks for more. */
export const checkOut = async (id, { name, email, street, city, post }) => {
  const [first_name, ...rest] = name.split(" ")
  const address = {
    first_name,
    last_name: rest.join(" "),
    address_1: street,
    city,
    postal_code: post,
    country_code: "us",
  }
  await sdk.store.cart.update(id, {
    email,
    shipping_address: address,
    billing_address: address,
  })
  const { shipping_options } = await sdk.store.fulfillment.listCartOptions({
    cart_id: id,
  })
  const { cart } = await sdk.store.cart.addShippingMethod(id, {
    option_id: shipping_options[0].id,
  })
  await sdk.store.payment.initiatePaymentSession(cart, {
    provider_id: PROVIDER,
  })
  const done = await sdk.store.cart.complete(id)
  if (done.type !== "order") throw new Error(done.error.message)
  return done.order
}
