import { useEffect, useRef } from "react"

/** When to look again after an order changed, in milliseconds. */
const LOOKS_MS = [1_000, 3_000, 8_000]

/**
 * Reads the verdict again when the order on the page has changed: the store
 * reconciles in the background, a moment after a refund or a cancellation.
 *
 * @param stamp What differs when the order differs.
 */
export function useFollowOrder(stamp: string, refetch: () => unknown) {
  const seen = useRef(stamp)
  const look = useRef(refetch)
  look.current = refetch

  useEffect(() => {
    if (seen.current === stamp) {
      return
    }
    seen.current = stamp
    const timers = LOOKS_MS.map((delay) =>
      setTimeout(() => look.current(), delay)
    )
    return () => timers.forEach(clearTimeout)
  }, [stamp])
}
