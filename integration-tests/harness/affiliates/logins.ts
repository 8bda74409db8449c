import { ok, PASSWORD, type Api, type Shop } from "../shop"
import type { AffiliateFields, Answered } from "./people"
import { uniqueEmail } from "./unique"

/** Whoever has a client without a token. */
type Visitor = { api: Api }

/** An affiliate with a login. */
export type Affiliate = {
  id: string
  name: string
  email: string
  /** A client with the affiliate's own token. */
  api: Api
}

/** What somebody who applies says of themselves. */
export type Application = {
  name: string
  email: string
  code?: string
  website?: string
  country_code?: string
  referral_code?: string
  /** Handle of the program; the default one when it is missing. */
  program?: string
  answers?: Record<string, string | number>
}

/** What the merchant decides about somebody. */
export type Decision = Pick<
  AffiliateFields,
  "program_id" | "tier_id" | "parent_id" | "commission_percent"
>

/** A token that may register, as the registration page gets it. */
export async function newLogin({ api }: Visitor, email: string): Promise<Api> {
  const { token } = ok(
    await api.post("/auth/affiliate/emailpass/register", {
      email,
      password: PASSWORD,
    })
  )
  return api.as(token)
}

/** An affiliate's own client, after logging in. */
export async function logIn({ api }: Visitor, email: string): Promise<Api> {
  const { token } = ok(
    await api.post("/auth/affiliate/emailpass", { email, password: PASSWORD })
  )
  return api.as(token)
}

/** Somebody who applied by themselves and waits. */
export async function register(
  visitor: Visitor,
  fields: Record<string, unknown> = {}
): Promise<Answered> {
  const email = (fields.email as string | undefined) ?? uniqueEmail()
  const login = await newLogin(visitor, email)
  const body = {
    name: "Cy Applicant",
    email,
    agreement_version: "1",
    ...fields,
  }
  return ok(await login.post("/affiliate/register", body)).affiliate
}

/** Applies as the affiliate's own sign-up page does, and logs in. The application waits for the merchant. */
export async function apply(
  { storefront }: Pick<Shop, "storefront">,
  application: Application
): Promise<Affiliate> {
  const visitor = { api: storefront }
  const { id } = await register(visitor, application)
  const { name, email } = application
  return { id, name, email, api: await logIn(visitor, email) }
}

/** Applies, and is approved by the merchant, who may say in which program and below whom. */
export async function join(
  shop: Pick<Shop, "admin" | "storefront">,
  application: Application,
  decision: Decision = {}
): Promise<Affiliate> {
  const affiliate = await apply(shop, application)
  const path = `/admin/affiliates/${affiliate.id}`
  ok(await shop.admin.post(`${path}/approve`))
  if (Object.keys(decision).length > 0)
    ok(await shop.admin.post(path, decision))
  return affiliate
}
