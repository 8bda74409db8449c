import { randomInt } from "node:crypto"

const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

/** An id of the kind PayPal gives: 13 letters and digits, none of them easily mistaken. */
export const newId = (length = 13): string =>
  Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join("")
