import { AffiliatePayoutSchedules } from "./service-layers/payout-schedules"

/** The data of the affiliate program and every transaction that moves money. */
class AffiliateModuleService extends AffiliatePayoutSchedules {}

export default AffiliateModuleService
