/** What a merchant's own code may want to name. */
export type { AffiliatePluginOptions } from "../modules/affiliate/options"
export { AffiliateEvents } from "../modules/affiliate/events"
export type { OptionalEmail } from "../modules/affiliate/domain/emails"
export type {
  CommissionType,
  CurrencyAmount,
  PinnedTerms,
  ProgramLevel,
} from "../modules/affiliate/domain/terms"
export type { TraceStep } from "../modules/affiliate/domain/trace"
export type { TraceFacts } from "../modules/affiliate/domain/trace-facts"
export type {
  Account,
  CommissionStatus,
  EntryType,
} from "../modules/affiliate/domain/posting"
export type { AuditCheck } from "../modules/affiliate/sql/audit"
export type { Health } from "../workflows/orders/audit"
