import { useMemo } from "react"
import { useTranslation } from "react-i18next"

/** Details of the providers that come with the plugin, in the order to show them. */
const KNOWN = [
  "account_holder",
  "iban",
  "bic",
  "account_number",
  "routing_number",
  "bank_name",
  "email",
  "account_id",
  "note",
] as const

const PROVIDERS = [
  "manual",
  "stripe-connect",
  "paypal",
  "store-credit",
] as const

export type DestinationRow = { key: string; label: string; value: string }

/** Names for where money goes: the provider, and what may be shown of the account. */
export function useDestinationWords() {
  const { t } = useTranslation("affiliate")

  return useMemo(
    () => ({
      provider: (id: string): string => {
        const known = PROVIDERS.find((provider) => provider === id)
        return known ? t(`payouts.provider.${known}`) : id
      },

      rows: (masked: Record<string, string | null>): DestinationRow[] => {
        const known = KNOWN.map((key) => ({
          key,
          label: t(`payouts.destination.${key}`),
          value: masked[key],
        }))
        // A provider of the store's own may have fields of its own.
        const others = Object.entries(masked)
          .filter(([key]) => !KNOWN.some((name) => name === key))
          .map(([key, value]) => ({ key, label: key, value }))

        return [...known, ...others].flatMap(({ key, label, value }) =>
          value ? [{ key, label, value }] : []
        )
      },
    }),
    [t]
  )
}
