/** First name and initial, what somebody above may know: `Ada King Lovelace` → `Ada L.` */
export const shortName = (name: string): string => {
  const words = name.trim().split(/\s+/)
  const last = words.length > 1 ? [...words[words.length - 1]][0] : null
  const first = hideAddress(words[0])
  return last ? `${first} ${last.toUpperCase()}.` : first
}

/** Some people are entered under their e-mail address. */
const hideAddress = (word: string): string =>
  word.includes("@") ? `${[...word][0]}.` : word
