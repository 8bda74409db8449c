import common from "./en/common.json"
import dashboard from "./en/dashboard.json"
import earnings from "./en/earnings.json"
import entry from "./en/entry.json"
import links from "./en/links.json"
import more from "./en/more.json"
import payouts from "./en/payouts.json"
import tax from "./en/tax.json"

export const en = {
  common,
  dashboard,
  earnings,
  entry,
  links,
  more,
  payouts,
  tax,
}
export type Words = typeof en
