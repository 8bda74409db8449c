import { defineMiddlewares } from "@medusajs/framework/http"

import { adminAffiliateAdjustmentsMiddlewares } from "./admin/affiliate-adjustments/middlewares"
import { adminAffiliateAgreementsMiddlewares } from "./admin/affiliate-agreements/middlewares"
import { adminAffiliateAttributionsMiddlewares } from "./admin/affiliate-attributions/middlewares"
import { adminAffiliateChangesMiddlewares } from "./admin/affiliate-changes/middlewares"
import { adminAffiliateCommissionsMiddlewares } from "./admin/affiliate-commissions/middlewares"
import { adminAffiliateCreativesMiddlewares } from "./admin/affiliate-creatives/middlewares"
import { adminAffiliatePrivacyMiddlewares } from "./admin/affiliate-customers/middlewares"
import { adminAffiliateHealthMiddlewares } from "./admin/affiliate-health/middlewares"
import { adminAffiliateInvitationsMiddlewares } from "./admin/affiliate-invitations/middlewares"
import { adminAffiliateOrdersMiddlewares } from "./admin/affiliate-orders/middlewares"
import { adminAffiliatePayoutBatchesMiddlewares } from "./admin/affiliate-payout-batches/middlewares"
import { adminAffiliatePayoutNoticesMiddlewares } from "./admin/affiliate-payout-notices/middlewares"
import { adminAffiliatePayoutProvidersMiddlewares } from "./admin/affiliate-payout-providers/middlewares"
import { adminAffiliatePayoutsMiddlewares } from "./admin/affiliate-payouts/middlewares"
import { adminAffiliateProgramsMiddlewares } from "./admin/affiliate-programs/middlewares"
import { adminAffiliateRulesMiddlewares } from "./admin/affiliate-rules/middlewares"
import { adminAffiliateSecretsMiddlewares } from "./admin/affiliate-secrets/middlewares"
import { adminAffiliateStatsMiddlewares } from "./admin/affiliate-stats/middlewares"
import { adminAffiliateTaxDocumentsMiddlewares } from "./admin/affiliate-tax-documents/middlewares"
import { adminAffiliateTaxReportMiddlewares } from "./admin/affiliate-tax-report/middlewares"
import { adminAffiliateTaxThresholdsMiddlewares } from "./admin/affiliate-tax-thresholds/middlewares"
import { adminAffiliateTiersMiddlewares } from "./admin/affiliate-tiers/middlewares"
import { adminAffiliateContractsMiddlewares } from "./admin/affiliates/[id]/contracts/middlewares"
import { adminAffiliateIdentityMiddlewares } from "./admin/affiliates/[id]/identity/middlewares"
import { adminAffiliatePayoutMethodMiddlewares } from "./admin/affiliates/[id]/payout-method/middlewares"
import { adminAffiliateTaxFormMiddlewares } from "./admin/affiliates/[id]/tax-form/middlewares"
import { adminAffiliateTierChangesMiddlewares } from "./admin/affiliates/[id]/tier-changes/middlewares"
import { adminAffiliateTreeMiddlewares } from "./admin/affiliates/[id]/tree/middlewares"
import { adminAffiliatesBatchMiddlewares } from "./admin/affiliates/batch/middlewares"
import { adminAffiliatesMiddlewares } from "./admin/affiliates/middlewares"
import { affiliateAgreementsMiddlewares } from "./affiliate/agreements/middlewares"
import { affiliateCommissionsMiddlewares } from "./affiliate/commissions/middlewares"
import { affiliateCreativesMiddlewares } from "./affiliate/creatives/middlewares"
import { affiliateDashboardMiddlewares } from "./affiliate/dashboard/middlewares"
import { affiliateIdentityMiddlewares } from "./affiliate/identity/middlewares"
import { affiliateLinksMiddlewares } from "./affiliate/links/middlewares"
import { affiliateMiddlewares } from "./affiliate/middlewares"
import { affiliatePayoutMethodMiddlewares } from "./affiliate/payout-method/middlewares"
import { affiliatePayoutsMiddlewares } from "./affiliate/payouts/middlewares"
import { affiliateReferralsMiddlewares } from "./affiliate/referrals/middlewares"
import { affiliateStatementMiddlewares } from "./affiliate/statement/middlewares"
import { affiliateTaxDocumentsMiddlewares } from "./affiliate/tax-documents/middlewares"
import { affiliateTaxFormMiddlewares } from "./affiliate/tax-form/middlewares"
import { hooksAffiliatePayoutsMiddlewares } from "./hooks/affiliate/payouts/middlewares"
import { storeAffiliateMiddlewares } from "./store/affiliate/middlewares"
import { storeCartsMiddlewares } from "./store/carts/middlewares"
import { storeCustomersMiddlewares } from "./store/customers/middlewares"
import { refuseOddAddresses } from "./utils/refuse-odd-addresses"
import { rememberActor } from "./utils/remember-actor"

const DOORS = [
  "/admin/affiliate*",
  "/affiliate/*",
  "/hooks/affiliate/*",
  "/store/affiliate/program",
  "/store/carts/:id/affiliate",
  "/store/customers/me/affiliate",
]

/** What every door checks before it opens; each resource keeps its own beside it. */
export default defineMiddlewares({
  routes: [
    ...DOORS.map((matcher) => ({
      matcher,
      middlewares: [refuseOddAddresses, rememberActor],
    })),
    ...adminAffiliateAdjustmentsMiddlewares,
    ...adminAffiliateAgreementsMiddlewares,
    ...adminAffiliateAttributionsMiddlewares,
    ...adminAffiliateChangesMiddlewares,
    ...adminAffiliateCommissionsMiddlewares,
    ...adminAffiliateContractsMiddlewares,
    ...adminAffiliateCreativesMiddlewares,
    ...adminAffiliateHealthMiddlewares,
    ...adminAffiliateIdentityMiddlewares,
    ...adminAffiliateInvitationsMiddlewares,
    ...adminAffiliateOrdersMiddlewares,
    ...adminAffiliatePayoutBatchesMiddlewares,
    ...adminAffiliatePayoutMethodMiddlewares,
    ...adminAffiliatePayoutNoticesMiddlewares,
    ...adminAffiliatePayoutProvidersMiddlewares,
    ...adminAffiliatePayoutsMiddlewares,
    ...adminAffiliatePrivacyMiddlewares,
    ...adminAffiliateProgramsMiddlewares,
    ...adminAffiliateRulesMiddlewares,
    ...adminAffiliateSecretsMiddlewares,
    ...adminAffiliateStatsMiddlewares,
    ...adminAffiliateTaxFormMiddlewares,
    ...adminAffiliateTaxDocumentsMiddlewares,
    ...adminAffiliateTaxReportMiddlewares,
    ...adminAffiliateTaxThresholdsMiddlewares,
    ...adminAffiliateTierChangesMiddlewares,
    ...adminAffiliateTiersMiddlewares,
    ...adminAffiliateTreeMiddlewares,
    ...adminAffiliatesBatchMiddlewares,
    ...adminAffiliatesMiddlewares,
    ...affiliateAgreementsMiddlewares,
    ...affiliateCommissionsMiddlewares,
    ...affiliateCreativesMiddlewares,
    ...affiliateDashboardMiddlewares,
    ...affiliateIdentityMiddlewares,
    ...affiliateLinksMiddlewares,
    ...affiliateMiddlewares,
    ...affiliatePayoutMethodMiddlewares,
    ...affiliatePayoutsMiddlewares,
    ...affiliateReferralsMiddlewares,
    ...affiliateStatementMiddlewares,
    ...affiliateTaxDocumentsMiddlewares,
    ...affiliateTaxFormMiddlewares,
    ...hooksAffiliatePayoutsMiddlewares,
    ...storeAffiliateMiddlewares,
    ...storeCartsMiddlewares,
    ...storeCustomersMiddlewares,
  ],
})
