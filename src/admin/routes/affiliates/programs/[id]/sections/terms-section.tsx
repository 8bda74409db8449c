import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { Section } from "../../../../../components/section"
import { useTermsWords } from "../../../../../lib/terms-words"
import type { ProgramDetail } from "../../../../../types"
import { UTM_FIELDS } from "../../form/utm-form"

/** The program's terms as sentences that need no manual. */
export const TermsSection = ({ program }: { program: ProgramDetail }) => {
  const { t } = useTranslation("affiliate")
  const sentences = useSentences(program)

  return (
    <Section
      title={t("programs.terms.title")}
      description={t("programs.terms.description")}
      actions={
        <Button size="small" variant="secondary" asChild>
          <Link to="terms">{t("programs.general.editTerms")}</Link>
        </Button>
      }
    >
      {sentences.map(({ about, says }) => (
        <div
          key={about}
          className="text-ui-fg-subtle grid grid-cols-1 gap-x-4 gap-y-1 px-6 py-4 md:grid-cols-3"
        >
          <Text size="small" leading="compact" weight="plus">
            {about}
          </Text>
          <Text
            size="small"
            leading="compact"
            className="text-ui-fg-base text-pretty md:col-span-2"
          >
            {says}
          </Text>
        </div>
      ))}
    </Section>
  )
}

function useSentences(program: ProgramDetail) {
  const { t } = useTranslation("affiliate")
  const words = useTermsWords()
  const {
    attribution_model,
    attribution_window_days,
    commission_type,
    fixed_values,
    hold_days,
    identity_amounts,
    identity_required,
    minimum_payouts,
    new_customers_only,
    self_referral,
    trailing_months,
    utm_template,
  } = program

  const rate = words.rateSentence(program)
  const onlyListed =
    commission_type !== "percentage" && fixed_values.length > 0
      ? ` ${t("programs.terms.rateOnlyListed")}`
      : ""

  return [
    { about: t("programs.terms.rate"), says: rate + onlyListed },
    {
      about: t("programs.terms.hold"),
      says:
        hold_days === 0
          ? t("programs.terms.holdNone")
          : t("programs.terms.holdText", { days: words.days(hold_days) }),
    },
    {
      about: t("programs.terms.minimum"),
      says: minimum_payouts.length
        ? t("programs.terms.minimumText", {
            amounts: words.amounts(minimum_payouts),
          })
        : t("programs.terms.minimumNone"),
    },
    {
      about: t("identity.program.about"),
      says: t(`identity.program.${PROOF_KEYS[identity_required]}`, {
        amounts: words.amounts(identity_amounts),
      }),
    },
    {
      about: t("programs.terms.window"),
      says:
        attribution_window_days === 0
          ? t("programs.terms.windowNone")
          : t(
              attribution_model === "last_touch"
                ? "programs.terms.windowLast"
                : "programs.terms.windowFirst",
              { days: words.days(attribution_window_days) }
            ),
    },
    {
      about: t("programs.terms.trailing"),
      says:
        trailing_months === null
          ? t("programs.terms.trailingForever")
          : trailing_months === 0
            ? t("programs.terms.trailingFirst")
            : t("programs.terms.trailingMonths", {
                months: words.months(trailing_months),
              }),
    },
    {
      about: t("programs.terms.customers"),
      says: t(
        new_customers_only
          ? "programs.terms.customersNew"
          : "programs.terms.customersAll"
      ),
    },
    {
      about: t("programs.terms.self"),
      says: t(`programs.terms.${SELF_KEYS[self_referral]}`),
    },
    {
      about: t("programs.terms.utm"),
      says: utm_template
        ? UTM_FIELDS.flatMap((field) =>
            utm_template[field] ? `utm_${field}=${utm_template[field]}` : []
          ).join(", ")
        : t("programs.terms.utmNone"),
    },
  ]
}

const PROOF_KEYS = {
  never: "saysNever",
  always: "saysAlways",
  above_amount: "saysAbove",
} as const

const SELF_KEYS = {
  block: "selfBlock",
  flag: "selfFlag",
  allow: "selfAllow",
} as const
