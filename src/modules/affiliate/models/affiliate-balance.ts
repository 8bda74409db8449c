import { model } from "@medusajs/framework/utils"

import Affiliate from "./affiliate"

/**
 * Sums of the ledger per affiliate and currency, written only in the
 * transaction that writes the entries. Its row is the lock of that money.
 */
const AffiliateBalance = model
  .define("affiliate_balance", {
    id: model.id({ prefix: "affbal" }).primaryKey(),
    affiliate: model.belongsTo(() => Affiliate, { mappedBy: "balances" }),
    currency_code: model.text(),
    pending: model.bigNumber().default(0),
    /** May be negative: a debt, settled from later earnings. */
    available: model.bigNumber().default(0),
    requested: model.bigNumber().default(0),
    paid: model.bigNumber().default(0),
  })
  .indexes([
    {
      name: "IDX_affiliate_balance_currency_unique",
      on: ["affiliate_id", "currency_code"],
      unique: true,
    },
  ])

export default AffiliateBalance
