import type { TFunction } from "i18next"

import type { TraceFacts, TraceStep } from "../types"

/** What facts need to be told in the dashboard's language. */
export type Speaker = {
  t: TFunction<"affiliate">
  money: (amount: number, currencyCode: string) => string
  percent: (percent: number) => string
  dateTime: (value: string) => string
}

/** A step of a trace as the dashboard shows it. */
export type ToldStep = { lookedAt: string; found: string; followed: string }

type OfKind<Kind extends TraceFacts["kind"]> = Extract<
  TraceFacts,
  { kind: Kind }
>
type RefusedRuleFacts = OfKind<"rules">["refused"][number]
type Touch = OfKind<"manual" | "code" | "click" | "attribution">

const tellTouch = (facts: Touch, { t, money, dateTime }: Speaker): string => {
  const name = facts.affiliate_name
  switch (facts.kind) {
    case "manual":
      return t("widgets.trace.found.noteFor", { note: facts.note, name })
    case "code": {
      const { code, currency_code } = facts
      const discount = Number(facts.discount)
      return discount === 0
        ? t("widgets.trace.found.code", { code, name })
        : t("widgets.trace.found.codeWithDiscount", {
            code,
            name,
            amount: money(discount, currency_code),
          })
    }
    case "click":
      return t("widgets.trace.found.click", {
        name,
        time: dateTime(facts.clicked_at),
      })
    case "attribution":
      return facts.ends_at === null
        ? t("widgets.trace.found.boundForEver", { name })
        : t("widgets.trace.found.boundUntil", {
            name,
            time: dateTime(facts.ends_at),
          })
  }
}

const tellOutcome = (facts: Touch, { t }: Speaker): string => {
  const name = facts.affiliate_name
  return facts.outcome === "passed_over"
    ? t(`widgets.trace.passedOver.${facts.refusal}`, { name })
    : t(`widgets.trace.followed.${facts.outcome}`, { name })
}

const tellLevel = (facts: OfKind<"level">, { t, percent }: Speaker): string => {
  if (facts.outcome === "passed_over") {
    return t(`widgets.trace.earnsNothing.${facts.refusal}`)
  }
  const share = { percent: percent(Number(facts.percent)) }
  return facts.basis === "order"
    ? t("widgets.trace.followed.earnsOrder", share)
    : t("widgets.trace.followed.earnsCommission", share)
}

/** A rate, with whose it is and how long the commission is held behind it. */
const tellTerms = (
  facts: OfKind<"terms">,
  { t, money, percent }: Speaker
): string => {
  const value = Number(facts.commission_value)
  return [
    t(`commissions.terms.${facts.commission_type}`, {
      value:
        facts.commission_type === "percentage"
          ? percent(value)
          : money(value, facts.currency_code),
    }),
    t(`commissions.terms.rateSource.${facts.rate_source}`),
    t("commissions.terms.hold", { count: facts.hold_days }),
  ].join(" · ")
}

/** Why a rule does not price a line. */
export const tellWhyNot = (
  facts: RefusedRuleFacts,
  { t }: Pick<Speaker, "t">
): string =>
  facts.reason === "condition"
    ? t(`widgets.trace.whyNot.${facts.negate ? "negated" : "condition"}`, {
        attribute: t(`widgets.trace.attribute.${facts.attribute}`),
      })
    : t(`widgets.trace.whyNot.${facts.reason}`)

/** The rules that do not apply, each with why not. */
export const tellRefused = (
  { refused, refused_more }: Pick<OfKind<"rules">, "refused" | "refused_more">,
  { t }: Speaker
): string[] => [
  ...refused.map((facts) =>
    t("widgets.trace.notRule", {
      rule: facts.rule_name,
      version: facts.version,
      why: tellWhyNot(facts, { t }),
    })
  ),
  ...(refused_more
    ? [t("widgets.trace.notRulesMore", { count: refused_more })]
    : []),
]

/** The rule that a line falls under, what follows, and why no other. */
const tellRuleLine = (
  facts: OfKind<"rule_line">,
  speaker: Speaker
): ToldStep => {
  const { t, money } = speaker
  const base = money(Number(facts.base), facts.currency_code)
  const others = tellRefused(facts, speaker)
  const told = (found: string, followed: string): ToldStep => ({
    lookedAt: t("widgets.trace.lookedAt.ruleLine", { title: facts.title }),
    found,
    followed: [followed, ...others].join(" · "),
  })
  if (facts.outcome === "terms") {
    return told(
      t("widgets.trace.found.noRule"),
      t("widgets.trace.followed.paidByTerms", { base })
    )
  }
  const rule = { rule: facts.rule.rule_name, version: facts.rule.version }
  return facts.outcome === "rule"
    ? told(
        t("widgets.trace.found.rule", rule),
        t("widgets.trace.followed.paidByRule", { base })
      )
    : told(
        t("widgets.trace.found.ruleExcludes", rule),
        t("widgets.trace.followed.excluded")
      )
}

/** Tells facts of a trace; `null` for those of a kind that is not known here. */
const tellFacts = (facts: TraceFacts, speaker: Speaker): ToldStep | null => {
  const { t, money, dateTime } = speaker
  switch (facts.kind) {
    case "manual":
    case "code":
    case "click":
    case "attribution":
      return {
        lookedAt: t(`widgets.trace.lookedAt.${facts.kind}`),
        found: tellTouch(facts, speaker),
        followed: tellOutcome(facts, speaker),
      }
    case "manual_nobody":
      return {
        lookedAt: t("widgets.trace.lookedAt.manual"),
        found: t("widgets.trace.found.note", { note: facts.note }),
        followed: t("widgets.trace.followed.nobodyCredited"),
      }
    case "none_found":
      return {
        lookedAt: t(`widgets.trace.lookedAt.${facts.of}`),
        found: t("widgets.trace.found.none"),
        followed: t("widgets.trace.followed.nothingByIt"),
      }
    case "clicks_outside":
      return {
        lookedAt: t("widgets.trace.lookedAt.click"),
        found: t("widgets.trace.found.clicksOutside", { count: facts.clicks }),
        followed: t("widgets.trace.followed.nothingByIt"),
      }
    case "attribution_ended":
      return {
        lookedAt: t("widgets.trace.lookedAt.attribution"),
        found: t("widgets.trace.found.boundBefore", {
          name: facts.affiliate_name,
          time: dateTime(facts.ended_at),
        }),
        followed: t("widgets.trace.followed.nothingByIt"),
      }
    case "own_purchase":
      return {
        lookedAt: t("widgets.trace.lookedAt.buyer"),
        found: t("widgets.trace.found.buyerIs", { name: facts.affiliate_name }),
        followed: t("widgets.trace.followed.creditedHeld"),
      }
    case "level":
      return {
        lookedAt: t("widgets.trace.lookedAt.level", { level: facts.level }),
        found: facts.affiliate_name,
        followed: tellLevel(facts, speaker),
      }
    case "terms":
      return {
        lookedAt: t("widgets.trace.lookedAt.terms"),
        found: tellTerms(facts, speaker),
        followed: t("widgets.trace.followed.pinned"),
      }
    case "rules":
      return {
        lookedAt: t("widgets.trace.lookedAt.rules"),
        found: t("widgets.trace.found.rulesPinned", {
          pinned: facts.pinned,
          inForce: facts.in_force,
        }),
        followed: [
          t("widgets.trace.followed.pinned"),
          ...tellRefused(facts, speaker),
        ].join(" · "),
      }
    case "rule_line":
      return tellRuleLine(facts, speaker)
    case "rule_lines_more":
      return {
        lookedAt: t("widgets.trace.lookedAt.ruleLinesMore"),
        found: t("widgets.trace.found.moreLines", { count: facts.lines }),
        followed: t("widgets.trace.followed.sameWay"),
      }
    case "rule_cap":
      return {
        lookedAt: t("widgets.trace.lookedAt.ruleCap", {
          rule: facts.rule_name,
          version: facts.version,
          of: t(
            `widgets.trace.capOf.${facts.of === "order" ? "order" : facts.period}`
          ),
        }),
        found: t("widgets.trace.found.ruleEarned", {
          amount: money(Number(facts.earned), facts.currency_code),
        }),
        followed: t("widgets.trace.followed.underCap", {
          amount: money(Number(facts.granted), facts.currency_code),
        }),
      }
    case "canceled":
      return {
        lookedAt: t("widgets.trace.lookedAt.order"),
        found: t("widgets.trace.found.canceled"),
        followed: t("widgets.trace.followed.nothingOwed"),
      }
    case "base":
      return {
        lookedAt: t("widgets.trace.lookedAt.orderLines"),
        found: money(Number(facts.amount), facts.currency_code),
        followed: t("widgets.trace.followed.computedOnThat"),
      }
    case "refunds":
      return {
        lookedAt: t("widgets.trace.lookedAt.refunds"),
        found: t("widgets.trace.found.leftOf", {
          left: money(Number(facts.left), facts.currency_code),
          total: money(Number(facts.total), facts.currency_code),
        }),
        followed: t("widgets.trace.followed.scaled"),
      }
    case "owed":
    case "waiting":
      return {
        lookedAt: t(`widgets.trace.lookedAt.${facts.kind}`),
        found: facts.amounts
          .map(({ level, amount }) =>
            t("widgets.trace.found.levelAmount", {
              level,
              amount: money(Number(amount), facts.currency_code),
            })
          )
          .join(" · "),
        followed: t(
          facts.kind === "owed"
            ? "widgets.trace.followed.brought"
            : "widgets.trace.followed.untilPaid"
        ),
      }
    default:
      // Only the verdict of a newer store comes here.
      facts satisfies never
      return null
  }
}

const sentence = (words: string): string =>
  words.charAt(0).toUpperCase() + words.slice(1)

/** Tells a step by its facts; without facts that are known here, in the store's own words. */
export const tellStep = (step: TraceStep, speaker: Speaker): ToldStep =>
  (step.facts && tellFacts(step.facts, speaker)) ?? {
    lookedAt: sentence(step.looked_at),
    found: sentence(step.found),
    followed: sentence(step.followed),
  }
