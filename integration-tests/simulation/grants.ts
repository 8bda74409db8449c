import { Fraction } from "../support/fraction"
import { World } from "./world/world"

/**
 * Tells the model what orders were granted of caps that they share.
 *
 * @throws when a promise about caps is broken
 */
export async function learnGrants({
  store,
  model,
  programs,
}: World): Promise<void> {
  const rows = await store.database.sql<GrantRow>(GRANTS, [
    programs.map(({ id }) => id),
  ])
  model.grants.learn(
    rows.map(({ earned, granted, ...row }) => ({
      ...row,
      earned: Fraction.of(earned),
      granted: Fraction.of(granted),
    })),
    model.judged
  )
}

interface GrantRow {
  orderId: string
  ruleId: string
  affiliateId: string
  earned: string
  granted: string
}

const GRANTS = `
  SELECT g.order_id AS "orderId", g.rule_id AS "ruleId", g.affiliate_id AS "affiliateId",
         g.earned::text, g.granted::text
    FROM affiliate_rule_grant g JOIN affiliate_rule r ON r.id = g.rule_id
   WHERE r.program_id = ANY($1) AND g.deleted_at IS NULL`
