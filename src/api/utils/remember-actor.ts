import {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { onBehalfOf } from "../../modules/affiliate/actor"

/** What the request changes is recorded as a change by whoever is logged in. */
export const rememberActor = (
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): void =>
  onBehalfOf(() => {
    const auth = (req as Partial<AuthenticatedMedusaRequest>).auth_context
    return auth?.actor_id ? { type: auth.actor_type, id: auth.actor_id } : null
  }, next)
