import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import {
  listAdminContractsConfig,
  retrieveAdminContractConfig,
} from "./query-config"
import {
  AdminCreateContract,
  AdminGetContractParams,
  AdminListContractsParams,
  AdminUpdateContract,
} from "./validators"

const CONTRACTS = "/admin/affiliates/:id/contracts"

const answersContract = validateAndTransformQuery(
  AdminGetContractParams,
  retrieveAdminContractConfig
)

export const adminAffiliateContractsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: CONTRACTS,
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(
        AdminListContractsParams,
        listAdminContractsConfig
      ),
    ],
  },
  {
    matcher: CONTRACTS,
    methods: ["POST"],
    middlewares: [
      validateAndTransformBody(AdminCreateContract),
      answersContract,
    ],
  },
  {
    matcher: `${CONTRACTS}/:contract_id`,
    methods: ["GET"],
    middlewares: [answersContract],
  },
  {
    matcher: `${CONTRACTS}/:contract_id`,
    methods: ["POST"],
    middlewares: [
      validateAndTransformBody(AdminUpdateContract),
      answersContract,
    ],
  },
]
