import { lastFour, masked, readForeignTin } from "./foreign-tin"
import { TaxFormFacts } from "./form"
import { expiryOf } from "./form-life"
import { readUsTin, writeUsTin } from "./us-tin"
import { readVatId } from "./vat-id"

/** The numbers of a form in clear. */
export interface TaxNumbers {
  tin: string | null
  foreign_tin: string | null
  date_of_birth: string | null
}

/** What a form says that may be shown to whoever may see the affiliate. */
export type ShownFacts = Omit<
  TaxFormFacts,
  "tin" | "foreign_tin" | "date_of_birth"
> & { tin_masked: string | null; foreign_tin_masked: string | null }

/**
 * A form as it is kept, its numbers as they are written.
 *
 * @param facts in which `problemOfForm` finds nothing wrong
 */
export const keptFacts = (facts: TaxFormFacts): TaxFormFacts => ({
  ...facts,
  tin:
    facts.tin && facts.tin_type ? readUsTin(facts.tin_type, facts.tin) : null,
  foreign_tin: facts.foreign_tin ? readForeignTin(facts.foreign_tin) : null,
  vat_id: facts.vat_id ? readVatId(facts.country_code, facts.vat_id) : null,
})

/** What reports and payouts ask for, and may be shown, of a form that is kept. */
export const columnsOf = (facts: TaxFormFacts) => ({
  form: facts.form,
  classification: facts.classification,
  country_code: facts.country_code,
  exempt_payee: Boolean(facts.exempt_payee_code),
  tin_type: facts.tin_type ?? null,
  tin_last_four: facts.tin ? lastFour(facts.tin) : null,
  foreign_tin_last_four: facts.foreign_tin ? lastFour(facts.foreign_tin) : null,
  signed_on: facts.signature.date,
  expires_on: expiryOf(facts.form, facts.signature.date),
})

export const numbersOf = ({
  tin,
  tin_type,
  foreign_tin,
  date_of_birth,
}: TaxFormFacts): TaxNumbers => ({
  tin: tin && tin_type ? writeUsTin(tin_type, tin) : null,
  foreign_tin: foreign_tin ?? null,
  date_of_birth: date_of_birth ?? null,
})

export const shownFacts = (facts: TaxFormFacts): ShownFacts => {
  const { tin, foreign_tin, date_of_birth: _, ...shown } = facts
  return {
    ...shown,
    tin_masked: masked(tin ? lastFour(tin) : null),
    foreign_tin_masked: masked(foreign_tin ? lastFour(foreign_tin) : null),
  }
}
