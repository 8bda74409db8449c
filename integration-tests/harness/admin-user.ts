import { createUsersWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ok, type Api } from "./shop"

/** How the administrator of a test store logs in. */
export const ADMIN_LOGIN = {
  email: "admin@example.com",
  password: "a long password",
}

/**
 * Makes the store's first administrator, as `medusa user` does, unless there is one, and logs in over HTTP.
 *
 * @returns a client with the administrator's token
 */
export async function createAdmin(
  container: MedusaContainer,
  api: Api
): Promise<Api> {
  const known = await api.post<{ token: string }>(
    "/auth/user/emailpass",
    ADMIN_LOGIN
  )
  return known.status === 200
    ? api.as(ok(known).token)
    : await addAdmin(container, api, ADMIN_LOGIN)
}

/** Adds somebody who may do everything, and logs them in over HTTP. */
export async function addAdmin(
  container: MedusaContainer,
  api: Api,
  login: { email: string; password: string }
): Promise<Api> {
  const { result } = await createUsersWorkflow(container).run({
    input: { users: [{ email: login.email }] },
  })
  const auth = container.resolve(Modules.AUTH)
  const { authIdentity, error } = await auth.register("emailpass", {
    body: login,
  })
  if (!authIdentity)
    throw new Error(`the administrator could not be registered: ${error}`)
  await auth.updateAuthIdentities([
    { id: authIdentity.id, app_metadata: { user_id: result[0]?.id } },
  ])
  const { token } = ok(
    await api.post<{ token: string }>("/auth/user/emailpass", login)
  )
  return api.as(token)
}
