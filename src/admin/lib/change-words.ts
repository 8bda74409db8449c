import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import type { Words } from "../i18n/en"
import type {
  Change,
  CommissionType,
  CurrencyAmount,
  ProgramLevel,
  TierRequirement,
} from "../types"
import { toWords } from "./answer-words"
import type { ValueKind } from "./change-fields"
import { kindOf } from "./change-fields"
import { useDestinationWords } from "./destination-words"
import { useFormat } from "./format"
import { useReasonWords } from "./reason-words"
import { useTermsWords } from "./terms-words"

type Labels = Words["changes"]["fields"]

/** Names of what recorded ids point to, by id; what is missing is gone. */
export type Names = ReadonlyMap<string, string>

export type ChangeContext = {
  names: Names
  /** What a bare commission value is of, where the change itself does not say. */
  commissionType?: CommissionType
}

/** Tells recorded fields and values in the dashboard's language. */
export function useChangeWords() {
  const { t, i18n } = useTranslation("affiliate")
  const format = useFormat()
  const terms = useTermsWords()
  const destination = useDestinationWords()
  const reasonWords = useReasonWords()

  return useMemo(() => {
    /** Words of an enum's value; a value of a newer store is told as it is. */
    const word = (key: string, value: string): string =>
      i18n.exists(`affiliate:${key}`) ? t(key as "changes.yes") : toWords(value)

    const choice = ({ entity }: Change, field: string, value: string) =>
      word(`${choiceKey(entity, field)}.${value}`, value)

    const rate = (change: Change, type: CommissionType, value: number) => {
      if (type === "percentage") {
        return format.percent(value)
      }
      const currency = currencyOf(change)
      return currency ? format.money(value, currency) : format.number(value)
    }

    const joining = (value: Record<string, unknown>) => {
      const { countries, email_domains, answers, otherwise } = value
      const parts: string[] = []
      if (Array.isArray(countries) && countries.length) {
        const list = format.oneOf(countries.map((code) => format.country(code)))
        parts.push(t("changes.joining.countries", { list }))
      }
      if (Array.isArray(email_domains) && email_domains.length) {
        const list = format.oneOf(email_domains)
        parts.push(t("changes.joining.domains", { list }))
      }
      if (Array.isArray(answers) && answers.length) {
        parts.push(t("changes.joining.answers", { count: answers.length }))
      }
      parts.push(
        t(
          otherwise === "reject"
            ? "changes.joining.reject"
            : "changes.joining.review"
        )
      )
      return [parts.join("; ")]
    }

    /** One entry a line. */
    const lines = (
      change: Change,
      field: string,
      value: unknown,
      { names, commissionType }: ChangeContext
    ): string[] => {
      const tellers: Record<ValueKind, () => string[]> = {
        hidden: () => [],
        words: () => [typeof value === "object" ? json(value) : String(value)],
        reason: () => [reasonWords(String(value))],
        choice: () => [choice(change, field, String(value))],
        flag: () => [t(value ? "changes.yes" : "changes.no")],
        number: () => [format.number(Number(value))],
        percent: () => [format.percent(Number(value))],
        rate: () => [
          rate(
            change,
            typeOf(change) ?? commissionType ?? "fixed_per_order",
            Number(value)
          ),
        ],
        days: () => [terms.days(Number(value))],
        months: () => [
          Number(value) === 0
            ? t("affiliates.trailing.firstShort")
            : terms.months(Number(value)),
        ],
        money: () => {
          const currency = currencyOf(change)
          return [
            currency
              ? format.money(Number(value), currency)
              : format.number(Number(value)),
          ]
        },
        amounts: () => [terms.amounts(value as CurrencyAmount[])],
        moment: () => [format.dateTime(String(value))],
        country: () => [format.country(String(value))],
        list: () => (value as unknown[]).map(String),
        count: () => [
          t("changes.count", { count: (value as unknown[]).length }),
        ],
        requirements: () => (value as TierRequirement[]).map(terms.requirement),
        levels: () =>
          (value as ProgramLevel[]).map(
            ({ level, percent, basis }) =>
              `${t("programs.levels.level", { level })}: ${t(
                basis === "order"
                  ? "programs.levels.ofOrder"
                  : "programs.levels.ofCommission",
                { percent: format.percent(Number(percent)) }
              )}`
          ),
        cap: () => {
          const { period, values } = value as Cap
          return [
            t(`changes.cap.${period}`, { amounts: terms.amounts(values) }),
          ]
        },
        masked: () =>
          destination
            .rows(value as Record<string, string | null>)
            .map(({ label, value }) => `${label}: ${value}`),
        answers: () =>
          Object.entries(value as object).map(
            ([key, answer]) => `${toWords(key)}: ${json(answer)}`
          ),
        joining: () => joining(value as Record<string, unknown>),
        affiliate: () => [names.get(String(value)) ?? t("changes.gone")],
        program: () => [names.get(String(value)) ?? t("changes.gone")],
        tier: () => [names.get(String(value)) ?? t("changes.gone")],
        present: () => [t("changes.present")],
      }
      return tellers[kindOf(field)]()
    }

    return {
      label: (field: string): string =>
        i18n.exists(`affiliate:changes.fields.${field}`)
          ? t(`changes.fields.${field as keyof Labels}`)
          : toWords(field),

      /** `null` where there is nothing. */
      value: (
        change: Change,
        field: string,
        value: unknown,
        context: ChangeContext
      ): string[] | null => {
        if (Array.isArray(value) && !value.length) {
          return null
        }
        if (value === null || value === undefined || value === "") {
          return kindOf(field) === "months"
            ? [
                t(
                  change.entity === "affiliate"
                    ? "affiliates.trailing.program"
                    : "affiliates.trailing.forever"
                ),
              ]
            : null
        }
        const told = tryToTell(
          () => lines(change, field, value, context),
          value
        )
        return told.length ? told : null
      },
    }
  }, [t, i18n, format, terms, destination, reasonWords])
}

type Cap = {
  period: "day" | "week" | "month" | "all"
  values: CurrencyAmount[]
}

/** What was written by an older or newer version may have another shape. */
function tryToTell(tell: () => string[], value: unknown): string[] {
  try {
    return tell()
  } catch {
    return [json(value)]
  }
}

/** Where the words of an enum are. */
function choiceKey(entity: Change["entity"], field: string): string {
  switch (field) {
    case "status":
      return entity === "affiliate_payout"
        ? "payouts.status"
        : entity === "affiliate_payout_batch"
          ? "payoutBatches.status"
          : entity === "affiliate_program"
            ? "programs.status"
            : entity === "affiliate_commission"
              ? "commissions.status"
              : "affiliates.status"
    case "email_status":
      return "invitations.emailStatus"
    case "kind":
      return "commissions.kind"
    case "source":
      return "widgets.order.source"
    case "provider":
    case "identity_provider":
      return "payouts.provider"
    case "requested_by":
      return "payouts.requestedBy"
    default:
      return `changes.choice.${field}`
  }
}

function typeOf({ changes }: Change): CommissionType | undefined {
  const type = changes.commission_type?.to
  return typeof type === "string" ? (type as CommissionType) : undefined
}

function currencyOf({ changes }: Change): string | undefined {
  const code = changes.currency_code?.to ?? changes.currency_code?.from
  return typeof code === "string" ? code : undefined
}

const json = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value)
