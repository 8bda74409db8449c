import { answerTaxProfile, fileTaxForm } from "./helpers"

/** The caller's tax forms in force, numbers masked, and whether payouts wait for one. */
export const GET = answerTaxProfile

/** Files a W-9, W-8BEN, W-8BEN-E, or how the caller stands with VAT; the forms before are kept. */
export const POST = fileTaxForm
