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
    <Input
      type="search"
      aria-label={`${t("common.search")}: ${hint}`}
      placeholder={hint}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  )
}
