/** More letters than a prompt has in a line. */
const UNBROKEN_MAX = 30

const LONG = new RegExp(`\\S{${UNBROKEN_MAX}}(?=\\S)`, "g")

const ZERO_WIDTH_SPACE = "\u200b"

/** The same text, of which a line may end inside a very long word, where no style can say so. */
export const breakable = (text: string): string =>
  text.replace(LONG, (part) => part + ZERO_WIDTH_SPACE)
