/** Minutes from one look-up to the next; from the last of them on, that long each time. */
const AFTER_MINUTES = [1, 5, 30, 2 * 60, 24 * 60]

/** Look-ups of one attempt: about six weeks, because unclaimed money comes back after one month. */
export const LOOK_UPS_MAX = 45

/** Why nobody can be asked about a payment whose provider the store has no more. */
export const providerMissing = (provider: string): string =>
  `The payout provider ${provider} is missing: it is not among the store's payout_providers any more, so that nobody can be asked whether the money arrived. List it again and the payout is looked up, or mark the payout as paid or ask ${provider} yourself`

/**
 * When to ask again what became of a payment.
 *
 * @param look_ups how often it was asked
 * @returns minutes from now; `null` = no more: a person has to look
 */
export const minutesToNextLookUp = (look_ups: number): number | null =>
  look_ups >= LOOK_UPS_MAX
    ? null
    : AFTER_MINUTES[Math.min(look_ups, AFTER_MINUTES.length - 1)]
