import { ModuleProviderExports } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { isBic, isIban } from "../../shared/iban"
import { AffiliateOptions } from "./options"

/** Thirty days: longer is a suspension. */
const COOL_OFF_HOURS_MAX = 720

const PORTAL_NAME_LENGTH_MAX = 60

/** The address of a page; an unset environment variable may arrive as an empty string. */
const pageAddress = () =>
  z
    .string()
    .transform((value) => value || undefined)
    .pipe(
      z
        .url({
          protocol: /^https?$/,
          error: "must be an address that begins with http:// or https://",
        })
        .optional()
    )
    .optional()

/** Six digits: the page reckons with them which text is easier to read on it. */
const colour = () =>
  z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "must be a colour like #1f6f54")
    .optional()

/** Nothing else: what is not known would be handed to every visitor. */
const portal = () =>
  z
    .strictObject({
      name: z.string().trim().min(1).max(PORTAL_NAME_LENGTH_MAX).optional(),
      logo_url: z
        .string()
        .regex(
          /^(https?:\/\/|\/(?!\/))\S+$/,
          "must be an address that begins with http://, https:// or /"
        )
        .optional(),
      primary_color: colour(),
      dark_color: colour(),
      terms_url: pageAddress(),
      support_email: z.email("must be an e-mail address").optional(),
      url: pageAddress(),
    })
    .optional()

const ADDRESS_LINES_MAX = 6
const LINE_LENGTH_MAX = 100

const line = () => z.string().trim().min(1).max(LINE_LENGTH_MAX)

const tax = () =>
  z
    .strictObject({
      issuer: z
        .strictObject({
          name: line(),
          address_lines: z.array(line()).max(ADDRESS_LINES_MAX).optional(),
          country_code: z
            .string()
            .regex(/^[A-Za-z]{2}$/, "must be a country code of two letters")
            .transform((code) => code.toLowerCase())
            .optional(),
          vat_id: line().optional(),
          tax_number: line().optional(),
        })
        .optional(),
      document_prefix: z
        .string()
        .regex(/^[A-Za-z0-9/-]{0,20}$/, "must be of letters, digits, - and /")
        .default("AFF-"),
      font: z.string().min(1).optional(),
      retention_years: z.number().int().min(4).max(30).default(7),
    })
    .prefault({})

/** A rotation or two: more are a mistake. */
const PREVIOUS_KEYS_MAX = 10

const secret = () => z.string().min(16, "must have at least 16 characters")
const packed = () =>
  z
    .string()
    .transform((value) => value.replace(/\s+/g, "").toUpperCase() || undefined)

const bankAccount = () =>
  z
    .strictObject({
      name: z.string().trim().min(1).max(70),
      iban: packed().pipe(
        z.string("is required").refine(isIban, "is not a valid IBAN")
      ),
      bic: packed()
        .pipe(z.string().refine(isBic, "is not a valid BIC").optional())
        .optional(),
    })
    .optional()

/** Medusa adds options of its own to a module's, so unknown ones are let pass. */
const schema = z.object({
  // An unset environment variable arrives as an empty string in some shells.
  encryption_key: z
    .string()
    .transform((value) => value || undefined)
    .pipe(secret().optional())
    .optional(),
  previous_encryption_keys: z
    .array(secret())
    .max(PREVIOUS_KEYS_MAX)
    .default([]),
  payout_providers: z
    .array(
      z
        .object({
          resolve: z.union([
            z.string().min(1),
            z.custom<ModuleProviderExports>(
              (value) => typeof value === "object" && value !== null,
              "must be a path, a package or a provider"
            ),
          ]),
          id: z
            .string()
            .regex(/^[\w-]+$/, "must be of letters, digits, - and _")
            .optional(),
          options: z.record(z.string(), z.unknown()).optional(),
        })
        .strict()
    )
    .optional(),
  payout_batch_approvals: z
    .union([z.literal(1), z.literal(2)], "must be 1 or 2")
    .default(1),
  payout_cool_off_hours: z
    .number()
    .int()
    .min(0)
    .max(COOL_OFF_HOURS_MAX)
    .default(72),
  allowed_hosts: z
    .array(
      z
        .string()
        .toLowerCase()
        .regex(
          /^[a-z0-9.-]+(:\d+)?$/,
          "must be hosts without https://, like shop.example"
        )
    )
    .min(1)
    .optional(),
  bank_account: bankAccount(),
  links_url: pageAddress(),
  cookie_domain: z
    .string()
    .regex(/^[A-Za-z0-9.-]+$/, "must be a domain like shop.example")
    .optional(),
  require_consent: z.boolean().optional(),
  click_retention_months: z.number().int().min(13).max(120).default(24),
  clicks_per_minute_max: z.number().int().min(1).default(300),
  invitation_url: pageAddress(),
  password_reset_url: pageAddress(),
  email_verification_url: pageAddress(),
  portal: portal(),
  tax: tax(),
})

const withoutUndefined = (options: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(options ?? {}).filter(([, value]) => value !== undefined)
  )

/** @throws invalid_data naming the option and the rule, at boot */
export const parseOptions = (options: unknown): AffiliateOptions => {
  const parsed = schema.safeParse({
    encryption_key: process.env.AFFILIATE_ENCRYPTION_KEY,
    ...withoutUndefined(options),
  })
  if (parsed.success) {
    return parsed.data
  }
  const problems = parsed.error.issues
    .map((issue) => `${issue.path.join(".") || "options"}: ${issue.message}`)
    .join("; ")
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `medusa-plugin-affiliate, wrong option: ${problems}`
  )
}
