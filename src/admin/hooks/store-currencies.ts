import { useStore } from "@medusajs/dashboard/hooks"

/** Codes of the currencies that the store sells in, its own first. */
export function useStoreCurrencies(): string[] {
  const { store } = useStore()
  return (store?.supported_currencies ?? [])
    .toSorted((a, b) => Number(b.is_default) - Number(a.is_default))
    .map(({ currency_code }) => currency_code)
}
