import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { ibanProblem, isBic } from "../../shared/iban"

const TEXT_LENGTH_MAX = 140

/** Says of an IBAN what is wrong with it, so that it can be put right. */
const ibanRule = (iban: string): string | null => {
  const found = ibanProblem(iban)
  switch (found?.problem) {
    case undefined:
      return null
    case "country":
      return `is not a valid IBAN: none begin with ${found.country}`
    case "length":
      return `is not a valid IBAN: those that begin with ${found.country} have ${found.length} characters`
    case "digits":
      return "is not a valid IBAN: its check digits do not fit, so a character is wrong"
    case "form":
      return "is not a valid IBAN: it must begin with two letters and two digits"
  }
}

const withoutSpaces = (value: string): string =>
  value.replace(/\s+/g, "").toUpperCase()

/** Forms send empty strings for what was left out. */
const optional = (schema: z.ZodType<string, string>) =>
  z
    .string()
    .trim()
    .transform((value) => value || undefined)
    .pipe(schema.optional())
    .nullish()
    .transform((value) => value ?? undefined)

const code = (pattern: RegExp, message: string) =>
  z.string().transform(withoutSpaces).pipe(z.string().regex(pattern, message))

/** One line: these words go into a file for the bank. */
const text = () =>
  z
    .string()
    .max(TEXT_LENGTH_MAX)
    .regex(/^\P{Cc}*$/u, "must be one line of text")

const schema = z
  .object({
    account_holder: z.string().trim().min(1, "is required").pipe(text()),
    iban: optional(
      z
        .string()
        .transform(withoutSpaces)
        .pipe(
          z.string().superRefine((iban, ctx) => {
            const message = ibanRule(iban)
            if (message) {
              ctx.addIssue({ code: "custom", message })
            }
          })
        )
    ),
    bic: optional(
      z
        .string()
        .transform(withoutSpaces)
        .pipe(
          z
            .string()
            .refine(isBic, "is not a valid BIC (8 or 11 letters and digits)")
        )
    ),
    account_number: optional(
      code(/^[A-Z0-9-]{4,34}$/, "must have 4 to 34 letters and digits")
    ),
    routing_number: optional(
      code(/^[A-Z0-9-]{3,20}$/, "must have 3 to 20 letters and digits")
    ),
    bank_name: optional(text()),
    note: optional(text()),
  })
  .strict()

/** A bank account, normalised: without spaces in numbers, without empty fields. */
export interface BankDetails {
  account_holder: string
  iban?: string
  bic?: string
  account_number?: string
  routing_number?: string
  bank_name?: string
  /** Words for the transfer; never shown. */
  note?: string
}

/**
 * Reads a bank account as an affiliate or the merchant gives it.
 *
 * @throws invalid_data naming each wrong field and its rule
 */
export const parseBankDetails = (
  details: Record<string, unknown>
): BankDetails => {
  const parsed = schema.safeParse(details)
  if (!parsed.success) {
    throw wrong(
      parsed.error.issues.map((issue) =>
        issue.path.length
          ? `details.${issue.path.join(".")}: ${issue.message}`
          : `details: ${issue.message}`
      )
    )
  }
  if (!parsed.data.iban && !parsed.data.account_number) {
    throw wrong(["details: an iban or an account_number is required"])
  }
  return parsed.data
}

/** The last characters of a number, at most four and never more than half. */
const tail = (value: string): string =>
  `•••• ${value.slice(-Math.min(4, Math.floor(value.length / 2)))}`

/** What may be shown of an account: who and where, numbers by their last four. */
export const maskBankDetails = ({
  account_holder,
  iban,
  bic,
  account_number,
  routing_number,
  bank_name,
}: BankDetails): Record<string, string> => ({
  account_holder,
  ...(iban && { iban: tail(iban) }),
  ...(bic && { bic }),
  ...(account_number && { account_number: tail(account_number) }),
  ...(routing_number && { routing_number: tail(routing_number) }),
  ...(bank_name && { bank_name }),
})

const wrong = (problems: string[]): MedusaError =>
  new MedusaError(MedusaError.Types.INVALID_DATA, problems.join("; "))
