import { CheckMini, SquareTwoStack } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useSpeech } from "../i18n/language"
import { note } from "../lib/note"

const SHOWN_MS = 2_000

/** Copies a text with one tap, and says that it did. */
export function CopyButton({
  text,
  thing,
  small = false,
}: {
  text: string
  /** What is copied, for who cannot see it. */
  thing: string
  small?: boolean
}) {
  const { t } = useSpeech()
  const [done, setDone] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setDone(true)
      setTimeout(() => setDone(false), SHOWN_MS)
    } catch {
      note.failed(t("common.copyFailed"))
    }
  }
  return (
    <Button
      variant="secondary"
      size={small ? "small" : "base"}
      type="button"
      onClick={() => void copy()}
      aria-label={t("common.copyThing", { thing })}
    >
      {done ? <CheckMini /> : <SquareTwoStack />}
      <span aria-live="polite">
        {done ? t("common.copied") : t("common.copy")}
      </span>
    </Button>
  )
}

/** Hands a link to the device's own way of sharing, where there is one. */
export function ShareButton({
  data,
  thing,
}: {
  data: ShareData
  thing: string
}) {
  const { t } = useSpeech()
  if (!("share" in navigator)) return null
  return (
    <Button
      variant="secondary"
      type="button"
      aria-label={`${t("common.share")}: ${thing}`}
      // Whoever closes it again has not failed.
      onClick={() => void navigator.share(data).catch(() => undefined)}
    >
      {t("common.share")}
    </Button>
  )
}
