import { createTracker, type Tracker } from "./tracker"
import { createTrackingClient, type TrackingClient } from "./tracking-client"
import { plainSend } from "./transport"

/** What a page may leave in `window.affiliate` before the snippet comes. */
interface Before {
  onError?: (error: unknown) => void
}

/** What the snippet leaves there. */
export type WindowAffiliate = Tracker & { client: TrackingClient }

declare global {
  interface Window {
    affiliate?: Before | WindowAffiliate
  }
}

/** What is no part of the store's address: where the plugin serves this file, and a slash at the end. */
const BEHIND = /(\/affiliate\/snippet\.js.*|\/+)$/

const start = (onError: Before["onError"]): void => {
  const script = document.currentScript as HTMLScriptElement
  const { publishableKey = "", backend, consent, cart } = script.dataset
  const client = createTrackingClient(
    plainSend({
      baseUrl: (backend ?? script.src).replace(BEHIND, ""),
      publishableKey,
    })
  )
  const tracker = createTracker(client, {
    requireConsent: consent === "required",
    consent: { yes: true, no: false }[consent ?? ""],
    onError,
  })
  window.affiliate = { ...tracker, client }
  void tracker.arrive()
  if (cart) {
    void tracker.bindCart(cart)
  }
}

const { onError } = (window.affiliate ?? {}) as Before
try {
  start(onError)
} catch (error) {
  onError?.(error)
}
