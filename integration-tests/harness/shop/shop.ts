import { createApi, type Api } from "./api"

/** The currencies the shop sells in: two decimals, two with tax included, none, three. */
export type Currency = "usd" | "eur" | "jpy" | "kwd"

/** Where the shop sells in a currency. */
export type Market = { regionId: string; countryCode: string }

/** A thing to buy, of one variant. */
export type Ware = { productId: string; variantId: string; title: string }

/**
 * What `seedShop` has set up. Everything costs the same number in every currency.
 *
 * - `usd`: prices without tax, 10 % tax added, also on shipping.
 * - `eur`: prices with 19 % tax in them.
 * - `jpy`, `kwd`: no tax.
 */
export type Stock = {
  salesChannelId: string
  publishableKey: string
  stockLocationId: string
  shippingProfileId: string
  /** Costs 10. */
  shippingOptionId: string
  markets: Record<Currency, Market>
  /** Costs 100. */
  shirt: Ware
  /** Costs 20. */
  mug: Ware
}

/** A shop to drive over HTTP: what it sells, and a client for its merchant and for anybody who visits. */
export type Shop = Stock & {
  /** With the merchant's token. */
  admin: Api
  /** With the publishable key, as nobody in particular. */
  storefront: Api
}

/** Authorized now and captured by the merchant, or captured at once (in this repository's own store only). */
export type PaymentProvider = "pp_system_default" | "pp_auto_capture_default"

/** Puts together what `seedShop` answered, here or in an earlier process, and the merchant's client. */
export function openShop(admin: Api, stock: Stock): Shop {
  const storefront = createApi(admin.baseUrl, {
    "x-publishable-api-key": stock.publishableKey,
  })
  return { ...stock, admin, storefront }
}
