const TIMEOUT_SECONDS = 2
const TTL_SECONDS = 10

/** Medusa's own lock of a cart, which completing it takes too. */
export const lockOfCart = (cart_id: string) => ({
  key: cart_id,
  timeout: TIMEOUT_SECONDS,
  ttl: TTL_SECONDS,
})
