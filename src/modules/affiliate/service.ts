import { AffiliateCreatives } from "./service-layers/creatives"

/** The data of the affiliate program and every transaction that moves money. */
class AffiliateModuleService extends AffiliateCreatives {}

export default AffiliateModuleService
