import { z } from "@medusajs/framework/zod"
import { booleanString } from "@medusajs/medusa/api/utils/common-validators/common"

import { CAP_PERIODS } from "../../../modules/affiliate/domain/rules/period"
import {
  CONDITIONS_MAX,
  VALUES_MAX,
} from "../../../modules/affiliate/domain/rules/problem"
import { RULE_ATTRIBUTES } from "../../../modules/affiliate/domain/rules/rule"
import {
  ADMIN_LIMIT_MAX,
  listParams,
  numberFilter,
  selectParams,
  textFilter,
  timeFilter,
} from "../../utils/list-params"
import { says } from "../../utils/says"
import { currencyAmounts, rate } from "../../utils/terms-fields"
import { idText, lineText } from "../../utils/text-fields"

const NAME_LENGTH_MAX = 200

/** What the rows of rules themselves can be sorted by. */
const SORTABLE = [
  "id",
  "name",
  "version",
  "exclude",
  "created_at",
  "updated_at",
]

export const AdminListRulesParams = listParams(ADMIN_LIMIT_MAX, {
  id: textFilter(),
  program_id: textFilter(),
  name: textFilter(),
  version: numberFilter(),
  exclude: booleanString().optional(),
  retired: booleanString().optional(),
  updated_at: timeFilter(),
}).extend({
  order: z
    .string()
    .refine(
      (order) => SORTABLE.includes(order.replace(/^-/, "")),
      says(`must be one of ${SORTABLE.join(", ")}`)
    )
    .default("-created_at"),
})
export type AdminListRulesParamsType = z.infer<typeof AdminListRulesParams>

export const AdminListRuleVersionsParams = listParams(
  ADMIN_LIMIT_MAX,
  {
    id: textFilter(),
    version: numberFilter(),
    name: textFilter(),
    published_at: timeFilter(),
  },
  "-version"
)
export type AdminListRuleVersionsParamsType = z.infer<
  typeof AdminListRuleVersionsParams
>

export const AdminGetRuleParams = selectParams()

/** A moment in ISO 8601. */
const moment = () =>
  z.iso
    .datetime({ offset: true, ...says("must be a time in ISO 8601") })
    .refine(
      (time) => !Number.isNaN(new Date(time).getTime()),
      says("must be a time in ISO 8601")
    )

const condition = () =>
  z.strictObject({
    attribute: z.enum(RULE_ATTRIBUTES),
    values: z.array(idText()).min(1).max(VALUES_MAX),
    negate: z.boolean().optional(),
  })

const ruleFields = {
  commission_type: z
    .enum(["percentage", "fixed_per_item", "fixed_per_order"])
    .optional(),
  commission_value: rate().optional(),
  fixed_values: currencyAmounts().optional(),
  exclude: z.boolean().optional(),
  conditions: z.array(condition()).max(CONDITIONS_MAX).optional(),
  cap_per_order: currencyAmounts().optional(),
  cap_per_period: z
    .strictObject({
      period: z.enum(CAP_PERIODS),
      values: currencyAmounts(),
    })
    .nullable()
    .optional(),
  starts_at: moment().nullable().optional(),
  ends_at: moment().nullable().optional(),
}

export const AdminCreateRule = z.strictObject({
  program_id: idText(),
  name: lineText(NAME_LENGTH_MAX),
  ...ruleFields,
})
export type AdminCreateRuleType = z.infer<typeof AdminCreateRule>

export const AdminUpdateRule = z.strictObject({
  name: lineText(NAME_LENGTH_MAX).optional(),
  ...ruleFields,
})
export type AdminUpdateRuleType = z.infer<typeof AdminUpdateRule>

export const AdminPreviewRule = z.strictObject({
  rule: AdminCreateRule,
  order_id: idText(),
  rule_id: idText().optional(),
})
export type AdminPreviewRuleType = z.infer<typeof AdminPreviewRule>
