export {
  AffiliateProvider,
  useAffiliate,
  type AffiliateContext,
  type AffiliateProviderProps,
} from "./provider"
export {
  useAffiliateCode,
  type CodeEntry,
  type CodeMessages,
  type UseAffiliateCode,
} from "./use-affiliate-code"
export { useReferredBy } from "./use-referred-by"
