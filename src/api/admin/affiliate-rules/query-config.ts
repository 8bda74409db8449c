/** Fields of the rule itself. */
const rootFields = [
  "id",
  "program_id",
  "version",
  "retired_at",
  "created_at",
  "updated_at",
]

/** Fields that a version has. */
export const versionFields = [
  "name",
  "commission_type",
  "commission_value",
  "fixed_values",
  "exclude",
  "conditions",
  "cap_per_order",
  "cap_per_period",
  "starts_at",
  "ends_at",
  "published_at",
]

const ruleFields = [...rootFields, ...versionFields]

export const listAdminRulesConfig = {
  entity: "affiliate_rule",
  defaults: ruleFields,
  allowed: ruleFields,
  isList: true,
}

export const retrieveAdminRuleConfig = {
  entity: "affiliate_rule",
  defaults: ruleFields,
  allowed: ruleFields,
  isList: false,
}

const fieldsOfVersion = ["id", "version", ...versionFields]

export const versionsConfig = {
  entity: "affiliate_rule_version",
  defaults: fieldsOfVersion,
  allowed: [...fieldsOfVersion, "created_at"],
  isList: true,
}
