import { AffiliateTouches } from "./service-layers/touches"

/** The data of the affiliate program and every transaction that moves money. */
class AffiliateModuleService extends AffiliateTouches {}

export default AffiliateModuleService
