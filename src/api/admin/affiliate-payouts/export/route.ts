import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../../modules/affiliate"
import AffiliateModuleService from "../../../../modules/affiliate/service"
import { searchFilter } from "../../../utils/list-params"
import { AdminExportPayoutsParamsType } from "../validators"
import { bankCsv } from "./bank-csv"

/** How many payouts one file may have; more is refused, never cut off. */
const ROWS_MAX = 10_000

/** Where nothing else is asked for: what the bank has still to send. */
const TO_BE_SENT = ["processing"]

/**
 * The payouts that match, with account details in full, as a CSV for the bank.
 * Only payouts that a person transfers; without `status` and `ids` only those
 * in process. A pending one is refused: its affiliate could cancel it, and a
 * refund could lower it, while the bank already sends the money.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminExportPayoutsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const { q, ids, batch_id, ...filters } = req.filterableFields
  const namesPayouts = Boolean(filters.status ?? filters.id ?? ids)
  const { data: payouts } = await query.graph({
    entity: "affiliate_payout",
    fields: ["id", "display_id", "status", "affiliate.name", "affiliate.email"],
    filters: {
      ...(namesPayouts ? {} : { status: TO_BE_SENT }),
      ...filters,
      $and: [
        ids ? { id: ids } : {},
        batch_id ? { id: await service.payoutIdsOfBatch(batch_id) } : {},
        {
          provider: service.listPayoutProviderIds({ transferred_by: "person" }),
        },
        searchFilter(q, ["affiliate.name", "affiliate.email"], ["display_id"]),
      ],
    },
    pagination: { take: ROWS_MAX + 1, order: { display_id: "ASC" } },
  })
  if (payouts.length > ROWS_MAX) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `More than ${ROWS_MAX} payouts match, the most that a file may have: narrow the filters`
    )
  }
  const pending = payouts.find(({ status }) => status === "pending")
  if (pending) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Payout ${pending.display_id} is pending: process it before it goes to the bank, because until then it can be canceled or lowered`
    )
  }
  const affiliateOf = new Map(
    payouts.map(({ id, affiliate }) => [id, affiliate])
  )
  const destinations = await service.listPayoutDestinations(
    payouts.map(({ id }) => id)
  )
  const { data: currencies } = await query.graph({
    entity: "currency",
    fields: ["code", "decimal_digits"],
    filters: {
      code: [
        ...new Set(destinations.map(({ currency_code }) => currency_code)),
      ],
    },
  })
  const digits = new Map(
    currencies.map(({ code, decimal_digits }) => [code, decimal_digits])
  )
  const csv = bankCsv(
    destinations.map((payout) => ({
      ...payout,
      affiliate: affiliateOf.get(payout.id)!,
    })),
    (currency_code) => digits.get(currency_code)!
  )
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader(
    "content-disposition",
    'attachment; filename="affiliate-payouts.csv"'
  )
  // Account numbers in clear: not for any cache.
  res.setHeader("cache-control", "no-store")
  res.send(csv)
}
