import type { HttpTypes } from "@medusajs/framework/types"
import { addressOf } from "./address"
import { ok, type Api } from "./api"
import type { Currency, PaymentProvider, Shop, Ware } from "./shop"
import type { Customer } from "./customers"

/** One line of a cart. */
export type Line = { ware: Ware; quantity?: number }

/** What somebody buys, and how. */
export type Purchase = {
  items: Line[]
  /** Whose name is on the parcel. Default: Ada Lovelace. */
  name?: string
  /** A guest's e-mail. Default: a new one each time; with a `customer`, theirs. */
  email?: string
  /** Buys with an account; see `signUp`. */
  customer?: Pick<Customer, "email" | "api">
  /** A promotion's code, or several, given in the cart as a shopper types them. */
  code?: string | string[]
  /** Default `usd`. */
  currency?: Currency
  /** Default `pp_system_default`, which only authorizes. */
  provider?: PaymentProvider
  /** Cart metadata, which Medusa lets every shopper write. */
  metadata?: Record<string, unknown>
  /** Called with the full cart's id before it is paid, for whatever else a storefront does. */
  beforePayment?: (cartId: string, api: Api) => Promise<void>
}

let guests = 0

/** Buys over the store API: a cart, its lines, the code, addresses, shipping, payment, and completion. */
export async function buy(
  shop: Shop,
  purchase: Purchase
): Promise<HttpTypes.StoreOrder> {
  const api = purchase.customer?.api ?? shop.storefront
  const cartId = await fillCart(shop, purchase)
  await purchase.beforePayment?.(cartId, api)
  await startPayment(api, cartId, purchase.provider)
  return await completeCart(api, cartId)
}

/** Everything of a purchase up to the payment; answers the cart's id. */
export async function fillCart(
  shop: Shop,
  purchase: Purchase
): Promise<string> {
  const { items, code, customer, metadata, currency = "usd" } = purchase
  const api = customer?.api ?? shop.storefront
  const { cart } = ok(
    await api.post<HttpTypes.StoreCartResponse>("/store/carts", {
      region_id: shop.markets[currency].regionId,
      metadata,
      items: items.map(({ ware, quantity = 1 }) => ({
        variant_id: ware.variantId,
        quantity,
      })),
    })
  )
  if (code !== undefined)
    ok(
      await api.post(`/store/carts/${cart.id}/promotions`, {
        promo_codes: [code].flat(),
      })
    )
  await addressCart(shop, cart.id, purchase)
  return cart.id
}

/** Says who buys and where it goes, and how: what a cart with things in it needs before it can be paid. */
export async function addressCart(
  shop: Shop,
  cartId: string,
  {
    customer,
    email,
    name = "Ada Lovelace",
    currency = "usd",
  }: Omit<Purchase, "items"> = {}
): Promise<void> {
  const api = customer?.api ?? shop.storefront
  const address = addressOf(name, shop.markets[currency].countryCode)
  const path = `/store/carts/${cartId}`
  ok(
    await api.post(path, {
      email:
        email ??
        customer?.email ??
        `guest-${process.pid}-${++guests}@example.com`,
      shipping_address: address,
      billing_address: address,
    })
  )
  ok(
    await api.post(`${path}/shipping-methods`, {
      option_id: shop.shippingOptionId,
    })
  )
}

/** Opens the payment of a full cart with a provider. */
export async function startPayment(
  api: Api,
  cartId: string,
  provider: PaymentProvider = "pp_system_default"
): Promise<void> {
  const { payment_collection } = ok(
    await api.post<HttpTypes.StorePaymentCollectionResponse>(
      "/store/payment-collections",
      {
        cart_id: cartId,
      }
    )
  )
  ok(
    await api.post(
      `/store/payment-collections/${payment_collection.id}/payment-sessions`,
      {
        provider_id: provider,
      }
    )
  )
}

/** Turns a paid cart into an order. */
export async function completeCart(
  api: Api,
  cartId: string
): Promise<HttpTypes.StoreOrder> {
  const answer = ok(
    await api.post<HttpTypes.StoreCompleteCartResponse>(
      `/store/carts/${cartId}/complete`
    )
  )
  if (answer.type !== "order")
    throw new Error(`cart ${cartId} was refused: ${answer.error.message}`)
  return answer.order
}
