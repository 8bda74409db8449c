import { randomBytes } from "node:crypto"
import { ok, type Api, type Store } from "../harness"

const PASSWORD = "a long password"

/** A word, an e-mail, that no other test has. */
export const unique = (word: string): string =>
  `${word}${randomBytes(5).toString("hex")}`
export const uniqueEmail = (): string => `${unique("somebody-")}@example.com`

export type Answered = {
  id: string
  name: string
  email: string
  status: string
  codes: {
    id: string
    code: string
    discount_percent: number | null
    promotion_id: string | null
    retired_at: string | null
  }[]
}

/** An affiliate that the merchant makes, approved at once. */
export async function createAffiliate(
  { admin }: Pick<Store, "admin">,
  fields: Record<string, unknown> = {}
): Promise<Answered> {
  const body = { name: "Ada Lovelace", email: uniqueEmail(), ...fields }
  return ok(await admin.post("/admin/affiliates", body)).affiliate
}

/** A token that may register, as the registration page gets it. */
export async function newLogin(
  { api }: Pick<Store, "api">,
  email: string
): Promise<Api> {
  const { token } = ok(
    await api.post("/auth/affiliate/emailpass/register", {
      email,
      password: PASSWORD,
    })
  )
  return api.as(token)
}

/** An affiliate's own client, after logging in. */
export async function logIn(
  { api }: Pick<Store, "api">,
  email: string
): Promise<Api> {
  const { token } = ok(
    await api.post("/auth/affiliate/emailpass", { email, password: PASSWORD })
  )
  return api.as(token)
}

/** Somebody who applied by themselves and waits. */
export async function register(
  store: Pick<Store, "api">,
  fields: Record<string, unknown> = {}
): Promise<Answered> {
  const email = (fields.email as string | undefined) ?? uniqueEmail()
  const login = await newLogin(store, email)
  const body = {
    name: "Cy Applicant",
    email,
    agreement_version: "1",
    ...fields,
  }
  return ok(await login.post("/affiliate/register", body)).affiliate
}

/** The status of a Medusa promotion as the merchant sees it; `undefined` when there is none. */
export async function promotionStatus(
  { admin }: Pick<Store, "admin">,
  id: string | null
): Promise<string | undefined> {
  const { status, body } = await admin.get(`/admin/promotions/${id}`)
  return status === 404 ? undefined : body.promotion.status
}

/** Every name of a field anywhere in an answer. */
export function fieldNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldNames)
  if (value === null || typeof value !== "object") return []
  return Object.entries(value).flatMap(([name, inner]) => [
    name,
    ...fieldNames(inner),
  ])
}
