import { AffiliateTaxDocuments } from "./service-layers/tax-documents"

/** The data of the affiliate program and every transaction that moves money. */
class AffiliateModuleService extends AffiliateTaxDocuments {}

export default AffiliateModuleService
