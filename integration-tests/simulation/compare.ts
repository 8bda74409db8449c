import { Fraction } from "../support/fraction"
import { BASE_DECIMALS, modelled, Picture } from "./picture"
import { World } from "./world/world"

/**
 * Expects that every verdict, commission, payout and balance in the store is what the model says. On the way the model
 * learns what the store calls its commissions.
 */
export async function expectAsModelled(world: World): Promise<void> {
  const stored = await photographed(world)
  expect(stored).toEqual(modelled(world))
}

const decimal = (text: string): string => Fraction.of(text).toDecimal()

async function photographed(world: World): Promise<Picture> {
  const affiliates = world.partners.map(({ affiliate }) => affiliate.id)
  const { sql } = world.store.database
  const names = new Map(
    world.model.judged.map(({ order }) => [order.id, order.name])
  )
  const [orders, commissions, payouts, balances] = await Promise.all([
    sql<OrderRow>(ORDERS, [[...names.keys()], world.startedAt]),
    sql<CommissionRow>(COMMISSIONS, [affiliates]),
    sql<PayoutRow>(PAYOUTS, [affiliates]),
    sql<BalanceRow>(BALANCES, [affiliates]),
  ])
  const commissionNames = new Map(
    commissions.map(({ id, order_id, affiliate, level }) => [
      id,
      order_id
        ? `${names.get(order_id) ?? order_id} ${affiliate} level ${level}`
        : `by hand ${id}`,
    ])
  )
  learnIds(world, commissions)
  return {
    orders: Object.fromEntries(
      orders.map(({ order_id, base, commission, ...row }) => [
        names.get(order_id) ?? order_id,
        {
          ...row,
          base: Fraction.of(base).toDecimal(BASE_DECIMALS),
          commission: decimal(commission),
        },
      ])
    ),
    commissions: Object.fromEntries(
      commissions.map(
        ({
          id,
          kind,
          amount,
          original,
          status,
          held,
          payable,
          released,
          money,
        }) => [
          commissionNames.get(id)!,
          {
            kind,
            amount: decimal(amount),
            original: decimal(original),
            status,
            held,
            payable,
            released,
            money: money.map(decimal),
          },
        ]
      )
    ),
    payouts: Object.fromEntries(
      payouts.map(({ id, amount, returned, parts, ...payout }) => [
        id,
        {
          ...payout,
          amount: decimal(amount),
          returned: decimal(returned),
          parts: parts
            .map(
              (part) =>
                `${commissionNames.get(part.commission_id)}: ${decimal(part.amount)}, of which came back ${decimal(part.returned)}`
            )
            .sort(),
        },
      ])
    ),
    balances: Object.fromEntries(
      balances.map(({ affiliate, currency, money }) => [
        `${affiliate} ${currency}`,
        money.map(decimal),
      ])
    ),
  }
}

function learnIds({ model }: World, rows: CommissionRow[]): void {
  for (const commission of model.ledger.commissions) {
    const { order, affiliate, level } = commission
    commission.id ??=
      rows.find(
        (row) =>
          row.order_id === order?.id &&
          row.affiliate_id === affiliate.id &&
          row.level === level
      )?.id ?? null
  }
}

interface OrderRow {
  order_id: string
  outcome: string
  affiliate: string | null
  source: string | null
  reason: string
  flagged: boolean
  canceled: boolean
  paid: boolean
  base: string
  commission: string
}

const ORDERS = `
  SELECT v.order_id, v.outcome, a.name AS affiliate, v.source, v.reason, v.flagged,
         v.canceled_at IS NOT NULL AS canceled, v.paid,
         v.base_total::text AS base, v.commission_total::text AS commission
    FROM affiliate_conversion v LEFT JOIN affiliate a ON a.id = v.affiliate_id
   WHERE v.order_id = ANY($1) OR v.placed_at >= $2`

interface CommissionRow {
  id: string
  order_id: string | null
  affiliate_id: string
  affiliate: string
  level: number
  kind: string
  amount: string
  original: string
  status: string
  held: boolean
  payable: boolean
  released: boolean
  money: string[]
}

/** The money is summed from the entries, so that what was posted is compared, not what was noted down of it. */
const COMMISSIONS = `
  SELECT c.id, c.order_id, c.affiliate_id, a.name AS affiliate, c.level, c.kind, c.status, c.held, c.payable,
         c.amount::text, c.original_amount::text AS original, c.released_at IS NOT NULL AS released,
         ARRAY(SELECT coalesce(sum(e.amount), 0)::text
                 FROM unnest(ARRAY['pending', 'available', 'requested', 'paid']) WITH ORDINALITY AS p (account, n)
                 LEFT JOIN affiliate_entry e ON e.account = p.account AND e.commission_id = c.id
                GROUP BY p.n ORDER BY p.n) AS money
    FROM affiliate_commission c JOIN affiliate a ON a.id = c.affiliate_id
   WHERE c.affiliate_id = ANY($1)`

interface PayoutRow {
  id: string
  affiliate: string
  currency: string
  status: string
  attempt: number
  amount: string
  returned: string
  parts: { commission_id: string; amount: string; returned: string }[]
}

/** A payout that was canceled keeps its amount and what it was made of. */
const PAYOUTS = `
  SELECT p.id, a.name AS affiliate, p.currency_code AS currency, p.status, p.attempt, p.amount::text,
         p.returned_amount::text AS returned,
         coalesce((SELECT jsonb_agg(jsonb_build_object(
                            'commission_id', i.commission_id, 'amount', i.amount::text,
                            'returned', i.returned_amount::text))
                     FROM affiliate_payout_item i WHERE i.payout_id = p.id AND i.amount <> 0), '[]') AS parts
    FROM affiliate_payout p JOIN affiliate a ON a.id = p.affiliate_id
   WHERE p.affiliate_id = ANY($1)`

interface BalanceRow {
  affiliate: string
  currency: string
  money: string[]
}

const BALANCES = `
  SELECT a.name AS affiliate, b.currency_code AS currency,
         ARRAY[b.pending::text, b.available::text, b.requested::text, b.paid::text] AS money
    FROM affiliate_balance b JOIN affiliate a ON a.id = b.affiliate_id
   WHERE b.affiliate_id = ANY($1) AND (b.pending, b.available, b.requested, b.paid) <> (0, 0, 0, 0)`
