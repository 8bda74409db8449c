/** Chance that can be had again: the same seed gives the same choices. */
export type Random = {
  /** A number from 0 up to 1. */
  next: () => number
  /** A whole number from 1 to `max`. */
  upTo: (max: number) => number
  /** One of several. */
  pick: <Item>(items: readonly Item[]) => Item
  /** One of several, some likelier than others. */
  weighted: <Item extends string>(weights: Record<Item, number>) => Item
}

/** Mulberry32: small, and good enough for a demo. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    upTo: (max) => 1 + Math.floor(next() * max),
    pick: (items) => items[Math.floor(next() * items.length)],
    weighted: (weights) => {
      const entries = Object.entries(weights) as [
        keyof typeof weights,
        number,
      ][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [item, weight] of entries) {
        left -= weight
        if (left < 0) return item
      }
      return entries[0][0]
    },
  }
}
