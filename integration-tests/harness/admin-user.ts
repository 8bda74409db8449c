import { createUsersWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ok, type Api } from "./shop"

const CREDENTIALS = { email: "admin@example.com", password: "a long password" }

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
    CREDENTIALS
  )
  if (known.status === 200) return api.as(ok(known).token)
  const { result } = await createUsersWorkflow(container).run({
    input: { users: [{ email: CREDENTIALS.email }] },
  })
  const auth = container.resolve(Modules.AUTH)
  const { authIdentity, error } = await auth.register("emailpass", {
    body: CREDENTIALS,
  })
  if (!authIdentity)
    throw new Error(`the administrator could not be registered: ${error}`)
  await auth.updateAuthIdentities([
    { id: authIdentity.id, app_metadata: { user_id: result[0]?.id } },
  ])
  const { token } = ok(
    await api.post<{ token: string }>("/auth/user/emailpass", CREDENTIALS)
  )
  return api.as(token)
}
