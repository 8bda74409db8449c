import { usePrompt } from "@medusajs/ui"

import { breakable } from "../lib/breakable"

export type ConfirmWords = Parameters<ReturnType<typeof usePrompt>>[0]

/** Medusa's prompt, out of which no long name runs. */
export function useConfirm() {
  const prompt = usePrompt()
  return (words: ConfirmWords) =>
    prompt({
      ...words,
      title: breakable(words.title),
      description: breakable(words.description),
    })
}
