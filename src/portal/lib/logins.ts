import { api, ApiError } from "./api"

/** Medusa's own logins, as its routes have them for the actor type `affiliate`. */

export const PASSWORD_LENGTH_MIN = 8

const post = (path: string, body: object, token?: string) =>
  api<{ token: string }>(`auth/affiliate/emailpass${path}`, {
    method: "POST",
    body,
    token,
  })

export const signIn = async (email: string, password: string) =>
  (await post("", { email, password })).token

/**
 * A login to apply with: a new one, or the one that the e-mail has already in the store, as a customer's for example.
 *
 * @throws ApiError 401 where there is one with another password
 */
export async function newLogin(
  email: string,
  password: string
): Promise<string> {
  try {
    return (await post("/register", { email, password })).token
  } catch (error) {
    if (!(error instanceof ApiError) || error.status >= 500) throw error
    return signIn(email, password)
  }
}

/** A token of a login that has applied names who it is for. */
export function isAffiliate(token: string): boolean {
  try {
    const [, middle] = token.split(".")
    const text = atob(middle.replace(/-/g, "+").replace(/_/g, "/"))
    return Boolean((JSON.parse(text) as { actor_id?: string }).actor_id)
  } catch {
    return false
  }
}

export const askForReset = (email: string) =>
  post("/reset-password", { identifier: email })

export const setPassword = (email: string, password: string, token: string) =>
  post("/update", { email, password }, token)

/** @param token of the login whose address is asked about */
export const askForVerification = (email: string, token: string) =>
  api<object>("auth/verification/request", {
    method: "POST",
    token,
    body: {
      entity_id: email,
      entity_type: "email",
      metadata: { actor_type: "affiliate" },
    },
  })

export const confirmAddress = (code: string) =>
  api<object>("auth/verification/confirm", { method: "POST", body: { code } })
