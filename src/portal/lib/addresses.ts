/** Whether a text is an address of the web, as the store takes one. */
export const isAddress = (text: string): boolean => {
  try {
    return /^https?:$/.test(new URL(text.trim()).protocol)
  } catch {
    return false
  }
}
