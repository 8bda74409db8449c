import { useEffect } from "react"
import { useSpeech } from "../i18n/language"
import { brand } from "../lib/config"

export const useBrandName = (): string => {
  const { t } = useSpeech()
  return brand.name ?? t("common.brand")
}

export function BrandMark() {
  const name = useBrandName()
  return brand.logo_url ? (
    <img
      src={brand.logo_url}
      alt={name}
      className="h-8 max-w-[180px] object-contain object-left"
    />
  ) : (
    <span className="text-ui-fg-base block max-w-full truncate text-base font-semibold">
      {name}
    </span>
  )
}

/** The browser's tab says which page it is. */
export function useTabTitle(page: string): void {
  const name = useBrandName()
  useEffect(() => {
    document.title = `${page} – ${name}`
  }, [page, name])
}
