import {
  createTrackingClient,
  type RequestOptions,
  type TrackingClient,
} from "./tracking-client"
import { plainSend, sdkSend, type Backend } from "./transport"
import type { AffiliateProfile, AffiliateProgram, Apply } from "./types"

/** The plugin's storefront routes. Every method throws an `AffiliateError`. */
export interface AffiliateClient extends TrackingClient {
  /** What the page where somebody applies shows. */
  getProgram: (
    handle?: string,
    options?: RequestOptions
  ) => Promise<AffiliateProgram>
  /** A logged-in customer applies: by the SDK's session or token, or an `authorization` header. */
  apply: (
    application: Apply,
    options?: RequestOptions
  ) => Promise<AffiliateProfile>
}

/**
 * @param backend an instance of `@medusajs/js-sdk`, or the store's address and publishable key
 *
 * @example
 * const affiliate = createAffiliateClient({ baseUrl: "https://api.shop.example", publishableKey: "pk_…" })
 * const { discount_percent } = await affiliate.getCode("ada10")
 */
export const createAffiliateClient = (backend: Backend): AffiliateClient => {
  const send =
    "client" in backend
      ? sdkSend(backend)
      : plainSend({
          ...backend,
          baseUrl: backend.baseUrl.replace(/\/+$/, ""),
        })
  return {
    ...createTrackingClient(send),
    getProgram: async (handle, options) => {
      const query = handle ? `?handle=${encodeURIComponent(handle)}` : ""
      const { affiliate_program } = await send<{
        affiliate_program: AffiliateProgram
      }>(`/store/affiliate/program${query}`, options)
      return affiliate_program
    },
    apply: async (body, options) => {
      const { affiliate } = await send<{ affiliate: AffiliateProfile }>(
        "/store/customers/me/affiliate",
        { ...options, method: "POST", body }
      )
      return affiliate
    },
  }
}
