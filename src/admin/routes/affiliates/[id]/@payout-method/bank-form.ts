import { z } from "@medusajs/framework/zod"

import type { Translate } from "../../../../lib/form-rules"
import { textRule } from "../../../../lib/form-rules"
import { isBic, isIban } from "../../../../../shared/iban"
import type { ManualDetails } from "../../../../types"

const TEXT_MAX = 140

/** Bank details: an IBAN, or an account number with its routing number. */
export const bankFormSchema = (t: Translate) => {
  const optional = () =>
    z
      .string()
      .trim()
      .max(TEXT_MAX, t("common.form.tooLong", { max: TEXT_MAX }))

  return z
    .object({
      kind: z.enum(["iban", "number"]),
      account_holder: textRule(t, TEXT_MAX),
      iban: optional(),
      bic: optional(),
      account_number: optional(),
      routing_number: optional(),
      bank_name: optional(),
      note: optional(),
    })
    .superRefine((form, ctx) => {
      const fail = (path: keyof typeof form, message: string) =>
        ctx.addIssue({ code: "custom", path: [path], message })

      if (form.kind === "number") {
        if (!form.account_number) {
          fail("account_number", t("common.form.required"))
        } else if (!isNumber(form.account_number, 4, 34)) {
          fail("account_number", t("affiliates.payoutMethod.numberInvalid"))
        }
        if (form.routing_number && !isNumber(form.routing_number, 3, 20)) {
          fail("routing_number", t("affiliates.payoutMethod.routingInvalid"))
        }
        return
      }
      if (!form.iban) {
        fail("iban", t("common.form.required"))
      } else if (!isIban(packed(form.iban))) {
        fail("iban", t("affiliates.payoutMethod.ibanInvalid"))
      }
      if (form.bic && !isBic(packed(form.bic))) {
        fail("bic", t("affiliates.payoutMethod.bicInvalid"))
      }
    })
}

export type BankForm = z.infer<ReturnType<typeof bankFormSchema>>

export const EMPTY_BANK: BankForm = {
  kind: "iban",
  account_holder: "",
  iban: "",
  bic: "",
  account_number: "",
  routing_number: "",
  bank_name: "",
  note: "",
}

/** Only what belongs to the chosen kind of account is sent. */
export function toDetails(form: BankForm): ManualDetails {
  const account =
    form.kind === "iban"
      ? { iban: packed(form.iban), bic: packed(form.bic) || undefined }
      : {
          account_number: packed(form.account_number),
          routing_number: packed(form.routing_number) || undefined,
        }
  return {
    account_holder: form.account_holder.trim(),
    ...account,
    bank_name: form.bank_name.trim() || undefined,
    note: form.note.trim() || undefined,
  }
}

/** Letters, digits and dashes, without counting spaces. */
function isNumber(text: string, min: number, max: number): boolean {
  const number = packed(text)
  return (
    /^[A-Z0-9-]+$/.test(number) && number.length >= min && number.length <= max
  )
}

function packed(text: string): string {
  return text.replace(/\s/g, "").toUpperCase()
}
