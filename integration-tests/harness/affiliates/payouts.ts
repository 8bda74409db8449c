import { ok, type Answer, type Api, type Json } from "../shop"
import type { Merchant } from "./merchant"

/** Where the manual payout provider sends money: an IBAN, or an account and routing number. */
export type BankAccount = { account_holder: string } & Record<string, string>

/** A bank account whose check digits are right. */
export const BANK = {
  account_holder: "Ada Lovelace",
  iban: "DE89 3704 0044 0532 0130 00",
}

/** Whoever has an affiliate's own client. */
type Payee = { api: Api }

/** The merchant puts a bank account on file for an affiliate. */
export async function putBankOnFile(
  { admin }: Merchant,
  affiliateId: string,
  details: BankAccount = BANK
): Promise<void> {
  ok(
    await admin.post(`/admin/affiliates/${affiliateId}/payout-method`, {
      provider: "manual",
      details,
    })
  )
}

/** An affiliate says where its money is to go. */
export async function saveBankAccount(
  { api }: Payee,
  details: BankAccount = BANK
): Promise<void> {
  ok(
    await api.post("/affiliate/payout-method", { provider: "manual", details })
  )
}

/** Makes available what is due, as the job does every minute; answers how many commissions. */
export async function release({ admin }: Merchant): Promise<number> {
  return ok(await admin.post("/admin/affiliate-commissions/release")).released
}

/**
 * The merchant sets money aside for a payout; all that is available unless an amount is named.
 *
 * @returns the payout's id
 */
export async function requestPayout(
  { admin }: Merchant,
  affiliate_id: string,
  amount?: number,
  currency_code = "usd"
): Promise<string> {
  const { payout } = ok(
    await admin.post("/admin/affiliate-payouts", {
      affiliate_id,
      currency_code,
      amount,
    })
  )
  return payout.id
}

/** The affiliate asks for an amount, or for all there is; answers what the server said, a refusal too. */
export const askForPayout = (
  { api }: Payee,
  currency_code: string,
  amount?: number
): Promise<Answer<Json>> =>
  api.post("/affiliate/payouts", { currency_code, amount })

/** Pays out all that is available, and says so. Needs a bank account on file; answers the payout's id. */
export async function payOut(
  merchant: Merchant,
  affiliateId: string,
  currency = "usd"
): Promise<string> {
  const { admin } = merchant
  const id = await requestPayout(merchant, affiliateId, undefined, currency)
  ok(await admin.post(`/admin/affiliate-payouts/${id}/process`))
  ok(await admin.post(`/admin/affiliate-payouts/${id}/mark-paid`))
  return id
}
