import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react"

import { createAffiliateClient, type AffiliateClient } from "../client"
import { createTracker, type Tracker, type TrackerOptions } from "../tracker"
import type { Backend } from "../transport"

export interface AffiliateProviderProps extends TrackerOptions {
  /** Medusa's SDK, or the store's address and publishable key. The first one given counts. */
  backend: Backend
  /** Told who sent its shopper as soon as it is there. */
  cartId?: string | null
  children?: ReactNode
}

export interface AffiliateContext {
  client: AffiliateClient
  /** `null` on the server and until the page is alive. */
  tracker: Tracker | null
  cartId: string | null
  /** Rises when what is known of the visitor may be another. */
  visit: number
}

const Context = createContext<AffiliateContext | null>(null)

/** The snippet of the same page, which has recorded the visit already. */
const snippet = (): Tracker | null => {
  const { affiliate } = window as { affiliate?: Partial<Tracker> }
  return affiliate?.arrive ? (affiliate as Tracker) : null
}

/**
 * Reads the page's address, records the visit, remembers who sent the visitor, and tells the cart. Where the snippet is
 * on the page too, and before this, it has done so.
 */
export const AffiliateProvider = ({
  backend,
  cartId = null,
  children,
  ...options
}: AffiliateProviderProps) => {
  const [client] = useState(() => createAffiliateClient(backend))
  const [tracker, setTracker] = useState<Tracker | null>(null)
  const [visit, setVisit] = useState(0)
  // React runs effects twice while developing; a visit is one click all the same.
  const made = useRef<Tracker | null>(null)
  const { consent } = options
  const said = useRef(consent)

  useEffect(() => {
    if (!made.current) {
      made.current = snippet() ?? createTracker(client, options)
      if (made.current !== snippet()) {
        void made.current.arrive()
      }
    }
    setTracker(made.current)
    // What the tracker is made with counts from the start; a later yes or no is told below.
  }, [])

  useEffect(() => {
    if (!tracker || consent === undefined || consent === said.current) {
      return
    }
    said.current = consent
    void tracker.consent(consent).then(() => setVisit((before) => before + 1))
  }, [tracker, consent])

  useEffect(() => {
    if (tracker && cartId) {
      void tracker.bindCart(cartId)
    }
  }, [tracker, cartId, visit])

  const value = useMemo(
    () => ({ client, tracker, cartId, visit }),
    [client, tracker, cartId, visit]
  )
  return <Context.Provider value={value}>{children}</Context.Provider>
}

/** The client and the tracker, for what the hooks do not do. */
export const useAffiliate = (): AffiliateContext => {
  const context = useContext(Context)
  if (!context) {
    throw new Error("useAffiliate needs an <AffiliateProvider> around it")
  }
  return context
}
