const TIMEOUT_SECONDS = 10
const TTL_SECONDS = 30

/**
 * The lock of an affiliate's codes and their promotions: a code that is made while its affiliate is being suspended
 * must not end with an active promotion, so whoever switches promotions waits for whoever is making one. Only the
 * shopper's discount hangs on it, never money: orders are judged by the affiliate's status.
 */
export const lockOfAffiliate = (affiliate_id: string) => ({
  key: `affiliate:${affiliate_id}`,
  timeout: TIMEOUT_SECONDS,
  ttl: TTL_SECONDS,
})
