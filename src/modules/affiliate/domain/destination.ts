/** Where money goes, in clear. */
export interface Destination {
  provider: string
  /** As the provider normalised them. */
  details: Record<string, string>
}

/** The same for the same account, in whatever order its details were written down. */
const canonical = ({ provider, details }: Destination): string =>
  JSON.stringify([
    provider,
    Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1)),
  ])

/**
 * Whether money goes to the same place. Every detail counts, also a note: a
 * person who makes the transfer goes by it.
 */
export const isSameDestination = (a: Destination, b: Destination): boolean =>
  canonical(a) === canonical(b)
