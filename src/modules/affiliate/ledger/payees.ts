import { toAmount } from "../domain/money"
import { minimumPayout } from "../domain/payout"
import { NamedPayee, Payee, TaxHold } from "../domain/payee"
import { IdentityRule, IdentityStatus } from "../domain/payout-block"
import { CurrencyAmount } from "../domain/terms"
import { BalanceKey } from "./balances"
import { taxHolds } from "./tax-hold"
import { rowsOf, Trx } from "./transaction"

interface PayeeRow extends IdentityRule {
  affiliate_id: string
  name: string
  email: string
  status: string
  identity_status: IdentityStatus
  tier_minimums: CurrencyAmount[] | null
  program_minimums: CurrencyAmount[]
  agreement_version: number | null
  requires_acceptance: boolean | null
  accepted_at: Date | null
  provider: string | null
  payouts_enabled: boolean | null
  state_note: string | null
  /** Only while it lasts. */
  cool_off_until: Date | null
  available: string
  requested: string
  paid: string
}

/** SQL: each affiliate with all that decides whether it may be paid out in `:currency_code`. */
const PAYEES = `
  SELECT a.id AS affiliate_id, a.name, a.email, a.status, a.identity_status,
         p.identity_required, p.identity_amounts,
         t.minimum_payouts AS tier_minimums, p.minimum_payouts AS program_minimums,
         g.version AS agreement_version, g.requires_acceptance, c.accepted_at,
         m.provider, m.payouts_enabled, m.state_note,
         CASE WHEN m.cool_off_until > now() THEN m.cool_off_until END AS cool_off_until,
         coalesce(b.available, 0)::text AS available,
         coalesce(b.requested, 0)::text AS requested,
         coalesce(b.paid, 0)::text AS paid
    FROM affiliate a
    JOIN affiliate_program p ON p.id = a.program_id
    LEFT JOIN affiliate_tier t ON t.id = a.tier_id
    LEFT JOIN affiliate_balance b
      ON b.affiliate_id = a.id AND b.currency_code = :currency_code AND b.deleted_at IS NULL
    LEFT JOIN affiliate_payout_method m ON m.affiliate_id = a.id AND m.deleted_at IS NULL
    LEFT JOIN LATERAL (
           SELECT g.id, g.version, g.requires_acceptance FROM affiliate_agreement g
            WHERE g.program_id = a.program_id AND g.deleted_at IS NULL
            ORDER BY g.version DESC LIMIT 1) g ON true
    LEFT JOIN affiliate_agreement_acceptance c
      ON c.agreement_id = g.id AND c.affiliate_id = a.id AND c.deleted_at IS NULL
   WHERE a.deleted_at IS NULL`

const toPayee = (
  row: PayeeRow,
  currency_code: string,
  tax_hold: TaxHold | null
): NamedPayee => ({
  affiliate_id: row.affiliate_id,
  name: row.name,
  email: row.email,
  status: row.status,
  identity_status: row.identity_status,
  identity_rule: {
    identity_required: row.identity_required,
    identity_amounts: row.identity_amounts,
  },
  agreement:
    row.agreement_version === null
      ? null
      : {
          version: row.agreement_version,
          requires_acceptance: row.requires_acceptance ?? false,
          accepted_at: row.accepted_at,
        },
  method:
    row.provider === null
      ? null
      : {
          provider: row.provider,
          payouts_enabled: row.payouts_enabled ?? false,
          note: row.state_note,
          cool_off_until: row.cool_off_until,
        },
  tax_hold,
  minimum: minimumPayout(
    row.tier_minimums,
    row.program_minimums,
    currency_code
  ),
  available: toAmount(row.available),
  requested: toAmount(row.requested),
  paid: toAmount(row.paid),
})

const withTax = async (
  trx: Trx,
  rows: PayeeRow[],
  currency_code: string
): Promise<NamedPayee[]> => {
  const holds = await taxHolds(trx, {
    affiliate_ids: rows.map(({ affiliate_id }) => affiliate_id),
    currency_code,
  })
  return rows.map((row) =>
    toPayee(row, currency_code, holds.get(row.affiliate_id) ?? null)
  )
}

/** One affiliate; `null` = there is no such. What must hold still is locked by the caller before. */
export const readPayee = async (
  trx: Trx,
  { affiliate_id, currency_code }: BalanceKey
): Promise<Payee | null> => {
  const rows = await rowsOf<PayeeRow>(
    trx,
    `${PAYEES} AND a.id = :affiliate_id`,
    {
      affiliate_id,
      currency_code,
    }
  )
  const [payee] = await withTax(trx, rows, currency_code)
  return payee ?? null
}

/** A page of the affiliates who have money in a currency, or owe some, in id order. */
export const readPayees = async (
  trx: Trx,
  input: {
    currency_code: string
    /** `null` = of all programs. */
    program_id: string | null
    after: string
    limit: number
  }
): Promise<NamedPayee[]> => {
  const rows = await rowsOf<PayeeRow>(
    trx,
    `${PAYEES}
     AND b.available <> 0 AND a.id > :after
     AND (:program_id::text IS NULL OR a.program_id = :program_id)
   ORDER BY a.id
   LIMIT :limit`,
    input
  )
  return withTax(trx, rows, input.currency_code)
}
