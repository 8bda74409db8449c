import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import {
  listBatchesConfig,
  listBatchItemsConfig,
  retrieveBatchConfig,
} from "./query-config"
import {
  AdminCreatePayoutBatch,
  AdminGetPayoutBatchParams,
  AdminListPayoutBatchesParams,
  AdminListPayoutBatchItemsParams,
  AdminPayoutBatchAction,
} from "./validators"

const answersBatch = validateAndTransformQuery(
  AdminGetPayoutBatchParams,
  retrieveBatchConfig
)

export const adminAffiliatePayoutBatchesMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-payout-batches",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(
        AdminListPayoutBatchesParams,
        listBatchesConfig
      ),
    ],
  },
  {
    matcher: "/admin/affiliate-payout-batches",
    methods: ["POST"],
    middlewares: [
      validateAndTransformBody(AdminCreatePayoutBatch),
      answersBatch,
    ],
  },
  {
    matcher: "/admin/affiliate-payout-batches/:id",
    methods: ["GET"],
    middlewares: [answersBatch],
  },
  {
    matcher: "/admin/affiliate-payout-batches/:id/items",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(
        AdminListPayoutBatchItemsParams,
        listBatchItemsConfig
      ),
    ],
  },
  ...["approve", "cancel", "resume"].map((action): MiddlewareRoute => ({
    matcher: `/admin/affiliate-payout-batches/:id/${action}`,
    methods: ["POST"],
    middlewares: [
      validateAndTransformBody(AdminPayoutBatchAction),
      answersBatch,
    ],
  })),
]
