import type { BankAccount } from "../../integration-tests/harness/affiliates"

/** By country; the numbers are made up and their check digits right. */
const NUMBERS: Record<string, Record<string, string>> = {
  de: { iban: "DE89370400440532013000", bic: "COBADEFFXXX" },
  pt: { iban: "PT50000201231234567890154", bic: "BCOMPTPL" },
  jp: { account_number: "1234567", routing_number: "0005-001" },
}

/** A bank account of somebody, in a country. */
export const bankAccountOf = (
  { name }: { name: string },
  country: "de" | "pt" | "jp"
): BankAccount => ({ account_holder: name, ...NUMBERS[country] })
