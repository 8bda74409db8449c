import type { Send } from "./transport"
import type {
  AffiliateCode,
  BindCart,
  CartAffiliate,
  Click,
  RecordClick,
} from "./types"

/** What a request may carry beside its fields. */
export interface RequestOptions {
  /** Such as the visitor's `cookie`, which a storefront's server hands on. */
  headers?: Record<string, string>
}

/** The routes that tracking needs. Every method throws an `AffiliateError`. */
export interface TrackingClient {
  /** Writes a visit down. @throws 404 for an unknown code or link */
  recordClick: (click: RecordClick, options?: RequestOptions) => Promise<Click>
  /** Whose a code is and what it gives. @throws 404 for every code that does not work */
  getCode: (code: string, options?: RequestOptions) => Promise<AffiliateCode>
  /**
   * Remembers on the server who sent the cart's shopper, and gives the cart the code's discount. Without fields the
   * visitor's cookie says who.
   *
   * @throws 404 for an unknown cart, code or click; 400 where nothing says who
   */
  bindCart: (
    cartId: string,
    touch?: BindCart,
    options?: RequestOptions
  ) => Promise<CartAffiliate>
  /** Forgets it, discount and all. */
  unbindCart: (cartId: string, options?: RequestOptions) => Promise<void>
}

export const createTrackingClient = (send: Send): TrackingClient => {
  const cart = (id: string) =>
    `/store/carts/${encodeURIComponent(id)}/affiliate`
  return {
    recordClick: async (body, options) =>
      (
        await send<{ click: Click }>("/affiliate/clicks", {
          ...options,
          method: "POST",
          body,
          open: true,
        })
      ).click,
    getCode: async (code, options) =>
      (
        await send<{ affiliate_code: AffiliateCode }>(
          `/store/affiliate/codes/${encodeURIComponent(code)}`,
          options
        )
      ).affiliate_code,
    bindCart: async (cartId, body = {}, options) =>
      (
        await send<{ cart_affiliate: CartAffiliate }>(cart(cartId), {
          ...options,
          method: "POST",
          body,
        })
      ).cart_affiliate,
    unbindCart: async (cartId, options) => {
      await send(cart(cartId), { ...options, method: "DELETE" })
    },
  }
}
