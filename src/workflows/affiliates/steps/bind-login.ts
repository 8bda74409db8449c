import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { setLoginAffiliate } from "../login"

export interface BindLoginInput {
  auth_identity_id: string
  affiliate_id: string
}

/** Makes a login an affiliate's: whoever logs in with it is that affiliate. Undone, it is nobody's. */
export const bindLoginStep = createStep(
  "affiliate-bind-login",
  async ({ auth_identity_id, affiliate_id }: BindLoginInput, { container }) => {
    await setLoginAffiliate(auth_identity_id, affiliate_id, container)
    return new StepResponse({ auth_identity_id }, auth_identity_id)
  },
  async (auth_identity_id, { container }) => {
    if (!auth_identity_id) {
      return
    }
    await setLoginAffiliate(auth_identity_id, null, container)
  }
)
