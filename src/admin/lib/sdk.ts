import Medusa from "@medusajs/js-sdk"

/**
 * The store's API, reached the way the dashboard itself reaches it: same
 * address, same session or token.
 */
export const sdk = new Medusa({
  baseUrl: __BACKEND_URL__ ?? "/",
  auth: {
    type: __AUTH_TYPE__ ?? "session",
    jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined,
  },
})
