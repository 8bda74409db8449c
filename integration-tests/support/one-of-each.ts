import {
  buy,
  capture,
  fillCart,
  ok,
  signUp,
  type Customer,
  type Store,
} from "../harness"
import {
  addCode,
  addContract,
  addProgram,
  giveMoney,
  payOut,
  publishAgreement,
  release,
  remember,
  requestPayout,
  saveBankAccount,
  unique,
  uniqueEmail,
  type Affiliate,
} from "../harness/affiliates"
import { affiliateService, makeAffiliate } from "./affiliates"
import { addRule } from "./rules"
import { untilReconciled } from "./verdicts"

/** What a route's address names, by the folder before the id: `affiliates/[id]` wants `affiliates`. */
export type Ids = Record<string, string>

/** An affiliate, and everything of theirs that an address can name. */
export type Owner = Affiliate & { code: string; ids: Ids }

/** A program, a tier, a rule, a payout batch, … one of each, and two affiliates who each have all that an affiliate has. */
export type OneOfEach = {
  program_id: string
  tier_id: string
  ada: Owner
  /** Below Ada, who earns from what he sells. */
  bob: Owner
  customer: Customer
}

const DOCUMENT = {
  name: "Passport.pdf",
  mime_type: "application/pdf",
  content: Buffer.from("%PDF-1.7\n%%EOF").toString("base64"),
}

/**
 * A store in which every list has a row and every address leads somewhere. The
 * identity documents stay in the File module: see {@link tidyUp}.
 */
export async function furnish(store: Store): Promise<OneOfEach> {
  const { admin } = store
  const program_id = await addProgram(store, {
    hold_days: 0,
    levels: [{ level: 2, percent: 10, basis: "commission" }],
    milestones: [{ currency_code: "usd", amount: 1 }],
  })
  const { affiliate_tier } = ok(
    await admin.post("/admin/affiliate-tiers", {
      program_id,
      name: unique("Tier "),
      rank: 1,
    })
  )
  const tier_id: string = affiliate_tier.id
  const agreement = await publishAgreement(store, program_id, {
    requires_acceptance: false,
  })
  const rule = await addRule(store, program_id, {
    conditions: [{ attribute: "customer_kind", values: ["new"] }],
    commission_value: 20,
  })
  ok(await admin.post(`/admin/affiliate-rules/${rule.id}`, { name: "Twice" }))
  const { affiliate_invitation } = ok(
    await admin.post("/admin/affiliate-invitations", {
      email: uniqueEmail(),
      name: "Cy",
      program_id,
    })
  )
  const { affiliate_creative } = ok(
    await admin.post("/admin/affiliate-creatives", {
      program_id,
      title: "Spring",
      kind: "text",
      text: "Shirts for spring",
      destination_url: "http://localhost:8000/",
    })
  )
  const customer = await signUp(store.shop, uniqueEmail())
  const shared: Ids = {
    agreements: String(agreement.version),
    "affiliate-agreements": agreement.id,
    "affiliate-creatives": affiliate_creative.id,
    "affiliate-customers": customer.id,
    "affiliate-invitations": affiliate_invitation.id,
    "affiliate-payout-notices": await keepNotice(store),
    "affiliate-payout-providers": "manual",
    "affiliate-programs": program_id,
    "affiliate-rules": rule.id,
    "affiliate-tiers": tier_id,
    carts: await fillCart(store.shop, { items: [{ ware: store.shop.mug }] }),
    invitations: affiliate_invitation.token,
  }
  const settle = async (affiliate: Affiliate): Promise<Owner> => {
    const own = await settleIn(store, affiliate, customer, tier_id)
    return { ...own, ids: { ...shared, ...own.ids } }
  }
  const people = {
    ada: await makeAffiliate(store, { name: "Ada Lovelace", program_id }),
    bob: await makeAffiliate(store, { name: "Bob Ross", program_id }),
  }
  ok(
    await admin.post(`/admin/affiliates/${people.bob.id}`, {
      parent_id: people.ada.id,
    })
  )
  // Bob last: what he sells pays both.
  const ada = await settle(people.ada)
  const bob = await settle(people.bob)
  const { payout_batch } = ok(
    await admin.post("/admin/affiliate-payout-batches", {
      program_id,
      currency_code: "usd",
    })
  )
  for (const { ids } of [ada, bob])
    ids["affiliate-payout-batches"] = payout_batch.id
  return { program_id, tier_id, customer, ada, bob }
}

/** Gives an affiliate a code, a contract, papers, an order, a commission, and payouts, one paid and one open. */
async function settleIn(
  store: Store,
  affiliate: Affiliate,
  customer: Customer,
  tier_id: string
): Promise<Owner> {
  const { admin, shop } = store
  const { id, api } = affiliate
  const code = await addCode(store, affiliate, unique("CODE"), 10)
  const contract = await addContract(store, id, {
    starts_at: new Date(Date.now() + 24 * 60 * 60 * 1000),
    terms: "As agreed.",
  })
  ok(await admin.post(`/admin/affiliates/${id}`, { tier_id }))
  await saveBankAccount(affiliate)
  ok(await api.post("/affiliate/agreements/1/accept"))
  const { document } = ok(
    await api.post("/affiliate/identity/documents", DOCUMENT)
  )
  const { link } = ok(
    await api.post("/affiliate/links", {
      destination_url: "http://localhost:8000/",
    })
  )
  const order = await buy(shop, {
    items: [{ ware: shop.shirt }],
    customer,
    beforePayment: remember({ code }),
  })
  await capture(shop, order.id)
  const { commissions } = await untilReconciled(store, order.id)
  await release(store)
  const paid = await payOut(store, id)
  ok(await api.get(`/affiliate/payouts/${paid}/document`))
  await giveMoney(store, id, 50)
  return {
    ...affiliate,
    code,
    ids: {
      "affiliate-commissions": commissions[0].id,
      "affiliate-orders": order.id,
      "affiliate-payouts": await requestPayout(store, id, 10),
      affiliates: id,
      codes: code,
      commissions: commissions[0].id,
      contracts: contract.id,
      documents: document.id,
      links: link.id,
      payouts: paid,
    },
  }
}

/** What a service said of a payment, done with; a store with such a service is tried elsewhere. */
async function keepNotice(store: Store): Promise<string> {
  const { id } = await affiliateService(store).createAffiliatePayoutNotices({
    provider: "manual",
    event_id: unique("event-"),
    type: "payment",
    says: "paid",
    content: { type: "payment" },
    idempotency_key: "affpay_1-1",
    state: "handled",
    outcome: "Nothing changed",
    received_at: new Date(),
    handled_at: new Date(),
  })
  return id
}

/** A route's address with the ids that it asks for. */
export function addressOf(path: string, ids: Ids): string {
  return path.replace(/([\w-]+)\/\[\w+\]/g, (_, folder: string) => {
    const id = ids[folder]
    if (id === undefined)
      throw new Error(`${path}: there is no ${folder} to try it with`)
    return `${folder}/${id}`
  })
}

/** Deletes the papers again: they are files, not rows of the test's database. */
export async function tidyUp({ ada, bob }: OneOfEach): Promise<void> {
  for (const { api, ids } of [ada, bob])
    await api.delete(`/affiliate/identity/documents/${ids.documents}`)
}
