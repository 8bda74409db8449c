import { randomBytes } from "node:crypto"

const RANDOM_BYTES = 12

/**
 * An id that nobody can guess and that grows with time, as Medusa's own do, so that new rows stand together in the
 * index. Medusa's asks for random bytes one by one, which took a twentieth of a click's time.
 */
export const newClickId = (): string =>
  `affclk_${Date.now().toString(36).padStart(9, "0")}${randomBytes(RANDOM_BYTES).toString("hex")}`
