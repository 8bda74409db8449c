import { createHmac, timingSafeEqual } from "node:crypto"

/** How old a signature may be, and how far ahead, in seconds: a recorded one is no good later. */
export const TOLERANCE_SECONDS = 300

export const SIGNATURE_HEADER = "sandbox-signature"

const macOf = (secret: string, timestamp: string, body: Buffer): Buffer =>
  createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest()

/** What the sandbox puts in its header beside a body. */
export const sign = (
  secret: string,
  body: Buffer,
  seconds = Math.floor(Date.now() / 1000)
): string =>
  `t=${seconds},v1=${macOf(secret, String(seconds), body).toString("hex")}`

/** Whether the secret's holder signed this body, just now. */
export const isSigned = (
  secret: string,
  body: Buffer,
  signature: string | string[] | undefined
): boolean => {
  const [, timestamp, hex] =
    /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(String(signature)) ?? []
  if (!timestamp || !hex) return false
  const age = Math.abs(Date.now() / 1000 - Number(timestamp))
  return (
    timingSafeEqual(Buffer.from(hex, "hex"), macOf(secret, timestamp, body)) &&
    age <= TOLERANCE_SECONDS
  )
}
