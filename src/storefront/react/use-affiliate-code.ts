import { useCallback, useRef, useState } from "react"

import { AffiliateError, isUnknown } from "../error"
import type { AffiliateCode } from "../types"
import { useAffiliate } from "./provider"

/** Where the entry of a code stands, with what to tell the shopper. */
export type CodeEntry =
  | { state: "idle"; message: null; code: null }
  | { state: "checking"; message: null; code: null }
  | { state: "applied"; message: string; code: AffiliateCode }
  | { state: "refused"; message: string; code: null }

/** What the shopper is told; say it in their language. */
export interface CodeMessages {
  empty: string
  applied: (code: AffiliateCode) => string
  unknown: (code: string) => string
  failed: string
}

const ENGLISH: CodeMessages = {
  empty: "Enter a code first.",
  applied: ({ code, discount_percent, affiliate_name }) =>
    discount_percent
      ? `${code} by ${affiliate_name}: ${discount_percent}% off.`
      : `${code} by ${affiliate_name} is noted.`,
  unknown: (code) => `There is no code ${code}.`,
  failed: "That did not work just now. Please try again.",
}

const IDLE: CodeEntry = { state: "idle", message: null, code: null }

export interface UseAffiliateCode {
  entry: CodeEntry
  /** Gives the cart a code; resolves when `entry` says what came of it. */
  apply: (code: string) => Promise<void>
  /** Takes it back, discount and all. */
  remove: () => Promise<void>
}

/**
 * The entry of a code for the provider's cart.
 *
 * @param onChange called when the cart's prices may be others
 *
 * @example
 * const { entry, apply } = useAffiliateCode({ onChange: reloadCart })
 */
export const useAffiliateCode = ({
  messages = ENGLISH,
  onChange,
}: {
  messages?: CodeMessages
  onChange?: () => void
} = {}): UseAffiliateCode => {
  const { client, tracker, cartId } = useAffiliate()
  const [entry, setEntry] = useState<CodeEntry>(IDLE)
  // Whoever is quick presses twice: the last one counts.
  const turn = useRef(0)

  const run = useCallback(
    async (work: () => Promise<CodeEntry>) => {
      const mine = ++turn.current
      setEntry({ state: "checking", message: null, code: null })
      const next = await work()
      if (mine === turn.current) {
        setEntry(next)
      }
    },
    [setEntry]
  )
  const refused = (message: string): CodeEntry => ({
    state: "refused",
    message,
    code: null,
  })

  const apply = useCallback(
    (typed: string) =>
      run(async () => {
        const word = typed.trim()
        if (!word) {
          return refused(messages.empty)
        }
        try {
          if (!tracker || !cartId) {
            throw new AffiliateError("There is no cart yet")
          }
          const code = await client.getCode(word)
          await tracker.giveCode(cartId, code.code)
          onChange?.()
          return { state: "applied", message: messages.applied(code), code }
        } catch (error) {
          return refused(
            isUnknown(error) ? messages.unknown(word) : messages.failed
          )
        }
      }),
    [client, tracker, cartId, messages, onChange, run]
  )

  const remove = useCallback(
    () =>
      run(async () => {
        try {
          if (tracker && cartId) {
            await tracker.takeCode(cartId)
            onChange?.()
          }
          return IDLE
        } catch {
          return refused(messages.failed)
        }
      }),
    [tracker, cartId, messages, onChange, run]
  )
  return { entry, apply, remove }
}
