import type { HttpTypes } from "@medusajs/framework/types"
import { ok, type Api } from "./api"
import { addWare } from "./wares"
import type { Currency, Market, Stock } from "./shop"

const COUNTRIES: Record<Currency, string> = {
  usd: "us",
  eur: "de",
  jpy: "jp",
  kwd: "kw",
}
const CURRENCIES: Currency[] = ["usd", "eur", "jpy", "kwd"]
const PRICE_OF_SHIPPING = 10
const TAX_PERCENT: Partial<Record<Currency, number>> = { usd: 10, eur: 19 }

/** Sets a fresh store up over the admin routes, as a merchant would in the dashboard. */
export async function seedShop(admin: Api): Promise<Stock> {
  const { sales_channel } = ok(
    await admin.post<HttpTypes.AdminSalesChannelResponse>(
      "/admin/sales-channels",
      {
        name: "Web shop",
      }
    )
  )
  const salesChannelId = sales_channel.id
  await sellIn(admin, salesChannelId)
  const [markets, publishableKey, delivery] = await Promise.all([
    addMarkets(admin),
    addPublishableKey(admin, salesChannelId),
    addDelivery(admin, salesChannelId),
  ])
  const stock = { salesChannelId, publishableKey, markets, ...delivery }
  const shirt = await addWare(
    { admin, ...stock },
    { title: "Shirt", price: 100 }
  )
  const mug = await addWare({ admin, ...stock }, { title: "Mug", price: 20 })
  return { ...stock, shirt, mug }
}

async function sellIn(admin: Api, salesChannelId: string): Promise<void> {
  const { stores } = ok(
    await admin.get<HttpTypes.AdminStoreListResponse>("/admin/stores")
  )
  ok(
    await admin.post(`/admin/stores/${stores[0]?.id}`, {
      default_sales_channel_id: salesChannelId,
      supported_currencies: CURRENCIES.map((currency_code) => ({
        currency_code,
        is_default: currency_code === "usd",
        // Decides for prices in a currency, which ours are; the region's own setting for prices of a region.
        is_tax_inclusive: currency_code === "eur",
      })),
    })
  )
}

async function addMarkets(admin: Api): Promise<Record<Currency, Market>> {
  const { payment_providers } = ok(
    await admin.get<HttpTypes.AdminPaymentProviderListResponse>(
      "/admin/payments/payment-providers"
    )
  )
  const markets = await Promise.all(
    CURRENCIES.map(async (currency): Promise<[Currency, Market]> => {
      const countryCode = COUNTRIES[currency]
      const { region } = ok(
        await admin.post<HttpTypes.AdminRegionResponse>("/admin/regions", {
          name: currency.toUpperCase(),
          currency_code: currency,
          countries: [countryCode],
          is_tax_inclusive: currency === "eur",
          payment_providers: payment_providers.map(({ id }) => id),
        })
      )
      const rate = TAX_PERCENT[currency]
      if (rate !== undefined) await addTax(admin, countryCode, rate)
      return [currency, { regionId: region.id, countryCode }]
    })
  )
  return Object.fromEntries(markets) as Record<Currency, Market>
}

async function addTax(
  admin: Api,
  country_code: string,
  rate: number
): Promise<void> {
  ok(
    await admin.post("/admin/tax-regions", {
      country_code,
      provider_id: "tp_system",
      default_tax_rate: { rate, code: `${country_code}-tax`, name: "Tax" },
    })
  )
}

async function addPublishableKey(
  admin: Api,
  salesChannelId: string
): Promise<string> {
  const { api_key } = ok(
    await admin.post<HttpTypes.AdminApiKeyResponse>("/admin/api-keys", {
      title: "Web shop",
      type: "publishable",
    })
  )
  ok(
    await admin.post(`/admin/api-keys/${api_key.id}/sales-channels`, {
      add: [salesChannelId],
    })
  )
  return api_key.token
}

async function addDelivery(
  admin: Api,
  salesChannelId: string
): Promise<
  Pick<Stock, "stockLocationId" | "shippingProfileId" | "shippingOptionId">
> {
  const { stock_location } = ok(
    await admin.post<HttpTypes.AdminStockLocationResponse>(
      "/admin/stock-locations",
      {
        name: "Warehouse",
        address: { address_1: "1 Warehouse Way", country_code: "us" },
      }
    )
  )
  const location = `/admin/stock-locations/${stock_location.id}`
  ok(await admin.post(`${location}/sales-channels`, { add: [salesChannelId] }))
  ok(
    await admin.post(`${location}/fulfillment-providers`, {
      add: ["manual_manual"],
    })
  )
  const withSet = ok(
    await admin.post<HttpTypes.AdminStockLocationResponse>(
      `${location}/fulfillment-sets`,
      { name: "Delivery", type: "shipping" },
      { fields: "*fulfillment_sets" }
    )
  )
  const set = withSet.stock_location.fulfillment_sets?.[0]
  const { fulfillment_set } = ok(
    await admin.post<HttpTypes.AdminFulfillmentSetResponse>(
      `/admin/fulfillment-sets/${set?.id}/service-zones`,
      {
        name: "Everywhere we sell",
        geo_zones: CURRENCIES.map((currency) => ({
          type: "country",
          country_code: COUNTRIES[currency],
        })),
      }
    )
  )
  const { shipping_profile } = ok(
    await admin.post<HttpTypes.AdminShippingProfileResponse>(
      "/admin/shipping-profiles",
      {
        name: "Parcels",
        type: "parcels",
      }
    )
  )
  const { shipping_option } = ok(
    await admin.post<HttpTypes.AdminShippingOptionResponse>(
      "/admin/shipping-options",
      {
        name: "Standard",
        service_zone_id: fulfillment_set.service_zones[0]?.id,
        shipping_profile_id: shipping_profile.id,
        provider_id: "manual_manual",
        price_type: "flat",
        type: { label: "Standard", description: "By post", code: "standard" },
        prices: CURRENCIES.map((currency_code) => ({
          currency_code,
          amount: PRICE_OF_SHIPPING,
        })),
        rules: [
          { attribute: "enabled_in_store", operator: "eq", value: "true" },
          { attribute: "is_return", operator: "eq", value: "false" },
        ],
      }
    )
  )
  return {
    stockLocationId: stock_location.id,
    shippingProfileId: shipping_profile.id,
    shippingOptionId: shipping_option.id,
  }
}
