const TIMEOUT_SECONDS = 5
const TTL_SECONDS = 30

/**
 * The lock of what concerns an affiliate's codes and status together: a code that is made while its affiliate
 * is being suspended must not end with an active promotion. Only the shopper's discount hangs on it,
 * never money: orders are judged by the affiliate's status.
 */
export const lockOfAffiliate = (affiliate_id: string) => ({
  key: `affiliate:${affiliate_id}`,
  timeout: TIMEOUT_SECONDS,
  ttl: TTL_SECONDS,
})
