import { AffiliateFigures } from "./service-layers/figures"

/** The data of the affiliate program and every transaction that moves money. */
class AffiliateModuleService extends AffiliateFigures {}

export default AffiliateModuleService
