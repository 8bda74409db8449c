import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { setLoginAffiliate } from "../login"

/** Takes a deleted affiliate off its logins, so that they may register anew; undone, they are its again. */
export const releaseLoginStep = createStep(
  "affiliate-release-login",
  async ({ affiliate_id }: { affiliate_id: string }, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    const identities = await auth.listAuthIdentities({
      app_metadata: { affiliate_id },
    })
    const ids = identities.map(({ id }) => id)
    for (const id of ids) {
      await setLoginAffiliate(id, null, container)
    }
    return new StepResponse(ids, { affiliate_id, ids })
  },
  async (released, { container }) => {
    if (!released) {
      return
    }
    for (const id of released.ids) {
      await setLoginAffiliate(id, released.affiliate_id, container)
    }
  }
)
