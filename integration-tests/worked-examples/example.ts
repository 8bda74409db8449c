import type { Shop } from "../harness/shop"

/** Figures by name: an amount in major units, or words. */
export type Figures = Record<string, number | string>

/** Reads the figures as they are now, perhaps more than are asked for; undefined while the store has not caught up. */
export type Look = () => Promise<Figures | undefined>

/**
 * Holds the figures that are law against what the store says once it has caught up.
 *
 * @param currency of the amounts; default `usd`
 */
export type Check = (
  what: string,
  expected: Figures,
  look: Look,
  currency?: string
) => Promise<void>

/** One worked example, on orders, affiliates and codes of its own. It needs a store that can save bank accounts. */
export type Example = {
  name: string
  /** Plays it in a shop as `seedShop` leaves it; answers the ids of its orders, for whoever looks deeper. */
  play: (shop: Shop, check: Check) => Promise<string[]>
}
