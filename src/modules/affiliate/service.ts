import { AffiliateRules } from "./service-layers/rules"

/** The data of the affiliate program and every transaction that moves money. */
class AffiliateModuleService extends AffiliateRules {}

export default AffiliateModuleService
