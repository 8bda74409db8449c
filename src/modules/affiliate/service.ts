import { AffiliatePayoutNotices } from "./service-layers/payout-notices"

/** The data of the affiliate program and every transaction that moves money. */
class AffiliateModuleService extends AffiliatePayoutNotices {}

export default AffiliateModuleService
