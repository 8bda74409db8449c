import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import { inviteAffiliatesWorkflow } from "../../../workflows/invitations"
import { readCsv, refuseLines } from "../../utils/csv"
import { searchFilter } from "../../utils/list-params"
import {
  invitationAnswer,
  refusalOf,
  retrieveWithTokens,
  STATUS_FIELDS,
  statusFilter,
} from "./helpers"
import {
  AdminInviteType,
  AdminListInvitationsParamsType,
  INVITATION_COLUMNS,
  InvitationRow,
  INVITATIONS_MAX,
} from "./validators"

/** Invitations by status, program, affiliate, time, or words in name, e-mail and code. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListInvitationsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, status, ...filters } = req.filterableFields
  const { data, metadata } = await query.graph({
    entity: "affiliate_invitation",
    filters: {
      ...filters,
      $and: [statusFilter(status), searchFilter(q, ["name", "email", "code"])],
    },
    ...req.queryConfig,
    fields: [...new Set([...req.queryConfig.fields, ...STATUS_FIELDS])],
  })
  res.json({
    affiliate_invitations: data.map(invitationAnswer),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}

/**
 * Invites one person, a list, or the rows of a CSV; of many all or nobody. The answer carries the tokens and links,
 * this once, so that the merchant can send them by hand.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminInviteType>,
  res: MedusaResponse
): Promise<void> => {
  const { invitations, csv, ...one } = req.validatedBody
  if (csv !== undefined) {
    await inviteLines(req, res, csv)
    return
  }
  const wanted = invitations ?? [{ ...one, email: one.email! }]
  const { result } = await inviteAffiliatesWorkflow(req.scope).run({
    input: { invitations: wanted },
  })
  const [refused] = result.refused
  if (refused && !invitations) {
    throw refusalOf(refused)
  }
  if (refused) {
    res.status(400).json({
      type: MedusaError.Types.INVALID_DATA,
      message: `Nobody was invited. Field 'invitations.${refused.index}': ${refused.message}`,
      errors: result.refused.map(({ index, message }) => ({ index, message })),
    })
    return
  }
  const made = await retrieveWithTokens(req.scope, result.invitations)
  res.json(
    invitations
      ? { affiliate_invitations: made, count: made.length }
      : { affiliate_invitation: made[0] }
  )
}

const inviteLines = async (
  req: AuthenticatedMedusaRequest<AdminInviteType>,
  res: MedusaResponse,
  csv: string
): Promise<void> => {
  const { rows, errors } = readCsv(csv, {
    columns: INVITATION_COLUMNS,
    required: ["email"],
    rows_max: INVITATIONS_MAX,
    schema: InvitationRow,
  })
  if (errors.length) {
    refuseLines(res, errors)
    return
  }
  const { result } = await inviteAffiliatesWorkflow(req.scope).run({
    input: { invitations: rows.map(({ row }) => row) },
  })
  if (result.refused.length) {
    refuseLines(
      res,
      result.refused.map(({ index, message }) => ({
        line: rows[index].line,
        message,
      }))
    )
    return
  }
  const made = await retrieveWithTokens(req.scope, result.invitations)
  res.json({ affiliate_invitations: made, count: made.length })
}
