import { AffiliateSecrets } from "./service-layers/secrets"

/** The data of the affiliate program and every transaction that moves money. */
class AffiliateModuleService extends AffiliateSecrets {}

export default AffiliateModuleService
