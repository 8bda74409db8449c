import { ok, type Api } from "./api"
import { PASSWORD } from "./password"
import type { Shop } from "./shop"

/** Somebody with an account at the shop. */
export type Customer = { id: string; email: string; token: string; api: Api }

/** Registers an account, as the storefront's sign-up form does, and logs in. */
export async function signUp(
  shop: Pick<Shop, "storefront">,
  email: string,
  name = "Ada Lovelace"
): Promise<Customer> {
  const { storefront } = shop
  const [first_name, ...rest] = name.split(" ")
  const credentials = { email, password: PASSWORD }
  const { token } = ok(
    await storefront.post("/auth/customer/emailpass/register", credentials)
  )
  const { customer } = ok(
    await storefront.as(token).post("/store/customers", {
      email,
      first_name,
      last_name: rest.join(" "),
    })
  )
  return { id: customer.id, ...(await logIn(shop, email)) }
}

/** A token for an account made by {@link signUp}. */
export async function logIn(
  { storefront }: Pick<Shop, "storefront">,
  email: string
): Promise<Omit<Customer, "id">> {
  const { token } = ok(
    await storefront.post("/auth/customer/emailpass", {
      email,
      password: PASSWORD,
    })
  )
  return { email, token, api: storefront.as(token) }
}
