import { randomBytes } from "node:crypto"

/** A word, an e-mail, that nobody else has. */
export const unique = (word: string): string =>
  `${word}${randomBytes(5).toString("hex")}`
export const uniqueEmail = (): string => `${unique("somebody-")}@example.com`
