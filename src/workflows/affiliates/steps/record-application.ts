import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import {
  codeKey,
  normalizeEmail,
} from "../../../modules/affiliate/domain/normalize"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { NewApplication } from "../../../modules/affiliate/service-layers/applications"
import type { RegisterAffiliateWorkflowInput } from "../register-affiliate"
import type { Login } from "./check-login"
import type { Place } from "./find-place"

export interface RecordApplicationInput {
  application: RegisterAffiliateWorkflowInput
  login: Login
  place: Place
}

export interface RecordedApplication {
  id: string
  name: string
  status: string
  reason: string | null
  /** Somebody known already, who was rejected and applies once more. */
  again: boolean
  /** The code to be made; `null` = they have what they ask for. */
  code: { code?: string } | null
}

type Undo =
  | { enrolled: string }
  | {
      changed: Awaited<ReturnType<AffiliateModuleService["applyAgain"]>>["undo"]
    }

/**
 * Writes an application: of somebody new, or again of somebody who was rejected; undone, it was never
 * there.
 */
export const recordApplicationStep = createStep(
  "affiliate-record-application",
  async (
    { application, login, place }: RecordApplicationInput,
    { container }
  ) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const said = {
      name: application.name,
      email: application.email,
      email_is_login: normalizeEmail(application.email) === login.email,
      website: application.website,
      country_code: application.country_code,
      answers: application.answers,
      agreement_version: application.agreement_version,
      address: application.address,
      ...place,
    }
    if (login.affiliate_id) {
      const { recorded, undo } = await applyAgain(
        { ...said, id: login.affiliate_id },
        application.code,
        service
      )
      return new StepResponse<RecordedApplication, Undo>(recorded, undo)
    }
    const { id, name, status, status_reason } = await service.enrolAffiliate({
      ...said,
      auth_identity_id: application.auth_identity_id,
      customer_id: login.customer_id,
      status: "by_program",
    })
    return new StepResponse<RecordedApplication, Undo>(
      {
        id,
        name,
        status,
        reason: status_reason,
        again: false,
        code: { code: application.code },
      },
      { enrolled: id }
    )
  },
  async (undo, { container }) => {
    if (!undo) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    if ("enrolled" in undo) {
      await service.deleteAffiliates([undo.enrolled])
    } else {
      await service.updateAffiliates(undo.changed)
    }
  }
)

const applyAgain = async (
  application: NewApplication,
  code: string | undefined,
  service: AffiliateModuleService
): Promise<{ recorded: RecordedApplication; undo: Undo }> => {
  const { affiliate, undo } = await service.applyAgain(application)
  const { id, name, status, status_reason } = affiliate
  const own = code
    ? await service.listAffiliateCodes(
        { affiliate_id: id, code_key: codeKey(code), retired_at: null },
        { select: ["id"] }
      )
    : []
  return {
    recorded: {
      id,
      name,
      status,
      reason: status_reason,
      again: true,
      code: code && !own.length ? { code } : null,
    },
    undo: { changed: undo },
  }
}
