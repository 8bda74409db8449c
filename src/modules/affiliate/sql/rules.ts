import { Rule } from "../domain/rules/rule"
import { rowsOf, Trx } from "../ledger/transaction"

const RULE_COLUMNS = `v.id, v.rule_id, v.version, v.name, v.commission_type,
  v.commission_value::text, v.fixed_values, v.exclude, v.conditions,
  v.cap_per_order, v.cap_per_period, v.published_at`

/**
 * The rules of a program that were in force at a moment: of each the version
 * published last until then, unless the rule was retired, or the version's own
 * time had not come or was over.
 */
export const readRulesInForce = async (
  trx: Trx,
  program_id: string,
  moment: Date
): Promise<Rule[]> =>
  rowsOf<Rule>(
    trx,
    `SELECT ${RULE_COLUMNS}
       FROM affiliate_rule r
       JOIN LATERAL (SELECT * FROM affiliate_rule_version published
                      WHERE published.rule_id = r.id
                        AND published.published_at <= :moment
                      ORDER BY published.version DESC LIMIT 1) v ON true
      WHERE r.program_id = :program_id AND r.deleted_at IS NULL
        AND (r.retired_at IS NULL OR r.retired_at > :moment)
        AND (v.starts_at IS NULL OR v.starts_at <= :moment)
        AND (v.ends_at IS NULL OR v.ends_at > :moment)
      ORDER BY v.id`,
    { program_id, moment }
  )

/** Versions by their ids. They never change, so that an order needs to keep no more than these. */
export const readRuleVersions = async (
  trx: Trx,
  ids: string[]
): Promise<Rule[]> =>
  ids.length
    ? rowsOf<Rule>(
        trx,
        `SELECT ${RULE_COLUMNS} FROM affiliate_rule_version v
          WHERE v.id = ANY(:ids) ORDER BY v.id`,
        { ids }
      )
    : []

/** Publishing, retiring and counting the rules of a program happen one after another. */
export const lockRulesOf = async (
  trx: Trx,
  program_id: string
): Promise<void> => {
  await trx.raw("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))", {
    key: `affiliate:rules:${program_id}`,
  })
}
