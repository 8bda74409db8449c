import { MagnifyingGlassMini } from "@medusajs/icons"
import { Input } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useSpeech } from "../i18n/language"

const PAUSE_MS = 300

/** Searches a moment after the last letter. */
export function SearchBox({
  value,
  hint,
  onSearch,
}: {
  value: string
  hint: string
  onSearch: (value: string) => void
}) {
  const { t } = useSpeech()
  const [text, setText] = useState(value)
  useEffect(() => {
    if (text === value) return
    const later = setTimeout(() => onSearch(text), PAUSE_MS)
    return () => clearTimeout(later)
  }, [text, value, onSearch])
  return (
    // The search field of the design system has a picture without words to be read out.
    <div className="relative">
      <MagnifyingGlassMini
        aria-hidden
        className="text-ui-fg-muted pointer-events-none absolute left-2 top-1/2 z-10 -translate-y-1/2"
      />
      <Input
        role="searchbox"
        className="pl-8"
        aria-label={`${t("common.search")}: ${hint}`}
        placeholder={hint}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  )
}
