import { ActionMenu } from "@medusajs/dashboard/components"
import { ExclamationCircle, Eye, EyeSlash } from "@medusajs/icons"
import { Button, StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { DateText } from "../../../../components/date-text"
import { LoadError } from "../../../../components/load-error"
import { Section, SectionEmpty } from "../../../../components/section"
import { SectionRow } from "../../../../components/section-row"
import { RowsSkeleton } from "../../../../components/skeletons"
import { usePeople } from "../../../../hooks/people"
import { useTaxes } from "../../../../hooks/tax"
import { useFormat } from "../../../../lib/format"
import type {
  AffiliateDetail,
  TaxForm,
  TaxLook,
  TaxNumbers,
  TaxProfile,
} from "../../../../types"
import { useTaxPrompts } from "./use-tax-prompts"

const USD = "usd"
/** Looks that are told here; the answer has more. */
const LOOKS_SHOWN = 5

/** Which form is on file, numbers masked; what payouts wait for; and who looked at numbers in clear. */
export const TaxSection = ({ affiliate }: { affiliate: AffiliateDetail }) => {
  const { t } = useTranslation("affiliate")
  const { taxes, error, refetch } = useTaxes(affiliate.id)
  const { reveal, hide, numbers, flag, prompts } = useTaxPrompts(affiliate)

  if (!taxes) {
    return (
      <Section title={t("tax.title")}>
        {error ? (
          <LoadError error={error} onRetry={refetch} />
        ) : (
          <RowsSkeleton rows={2} />
        )}
      </Section>
    )
  }
  const { tax_profile: profile, looks } = taxes
  const { tax_form: form, vat_form: vat, backup_withholding: flagged } = profile
  const state = form?.state ?? "missing"
  const actions = [
    ...(form
      ? [{ icon: <Eye />, label: t("tax.reveal.action"), onClick: reveal }]
      : []),
    ...(affiliate.erased_at
      ? []
      : [
          {
            icon: <ExclamationCircle />,
            label: t(flagged ? "tax.withholding.unset" : "tax.withholding.set"),
            onClick: () => flag(!flagged),
          },
        ]),
  ]

  return (
    <Section
      title={t("tax.title")}
      actions={
        <>
          <StatusBadge color={COLORS[state]} className="text-nowrap">
            {t(`tax.state.${state}`)}
          </StatusBadge>
          {actions.length > 0 && <ActionMenu groups={[{ actions }]} />}
        </>
      }
    >
      {form ? (
        <FormRows form={form} />
      ) : (
        <SectionEmpty>{t("tax.noForm")}</SectionEmpty>
      )}
      {numbers && <ClearNumbers numbers={numbers} onHide={hide} />}
      {vat && <VatRow vat={vat} />}
      <PayoutRows profile={profile} />
      {looks.length > 0 && <Looks looks={looks} />}
      <div className="px-6 py-4">
        <Text size="small" className="text-ui-fg-muted text-pretty">
          {t("tax.advice")}
        </Text>
      </div>
      {prompts}
    </Section>
  )
}

const COLORS = { missing: "grey", valid: "green", expired: "orange" } as const

const FormRows = ({ form }: { form: TaxForm }) => {
  const { t } = useTranslation("affiliate")
  const { country, day } = useFormat()
  return (
    <>
      <SectionRow
        title={t("tax.fields.form")}
        value={t(`tax.form.${form.form}`)}
      />
      <SectionRow title={t("tax.fields.name")} value={form.name} />
      {form.tin_masked && (
        <SectionRow title={t("tax.fields.tin")} value={form.tin_masked} />
      )}
      {form.foreign_tin_masked && (
        <SectionRow
          title={t("tax.fields.foreignTin")}
          value={form.foreign_tin_masked}
        />
      )}
      <SectionRow
        title={t("tax.fields.country")}
        value={country(form.country_code)}
      />
      {form.treaty && (
        <SectionRow
          title={t("tax.fields.treaty")}
          value={t("tax.treaty", {
            country: country(form.treaty.country_code),
            article: form.treaty.article,
            rate: form.treaty.rate,
          })}
        />
      )}
      <SectionRow
        title={t("tax.fields.filed")}
        value={<DateText value={form.created_at} />}
      />
      {form.expires_on && (
        <SectionRow
          title={t("tax.fields.expires")}
          value={day(form.expires_on)}
        />
      )}
    </>
  )
}

/** Numbers in clear, until whoever asked for them goes on. */
const ClearNumbers = ({
  numbers: { tin, foreign_tin, date_of_birth },
  onHide,
}: {
  numbers: TaxNumbers
  onHide: () => void
}) => {
  const { t } = useTranslation("affiliate")
  return (
    <>
      {tin && <SectionRow title={t("tax.fields.tin")} value={tin} />}
      {foreign_tin && (
        <SectionRow title={t("tax.fields.foreignTin")} value={foreign_tin} />
      )}
      {date_of_birth && (
        <SectionRow title={t("tax.reveal.birth")} value={date_of_birth} />
      )}
      <div className="flex justify-end px-6 py-4">
        <Button size="small" variant="secondary" onClick={onHide}>
          <EyeSlash />
          {t("tax.reveal.close")}
        </Button>
      </div>
    </>
  )
}

const VatRow = ({ vat }: { vat: TaxForm }) => {
  const { t } = useTranslation("affiliate")
  const words = t(vat.self_billing ? "tax.selfBilling" : "tax.noSelfBilling")
  return (
    <SectionRow
      title={t("tax.fields.vat")}
      value={vat.vat_id ? `${vat.vat_id}\n${words}` : words}
    />
  )
}

const PayoutRows = ({ profile }: { profile: TaxProfile }) => {
  const { t } = useTranslation("affiliate")
  const { money } = useFormat()
  const { year, paid_in_year, threshold, gate } = profile
  return (
    <>
      <SectionRow
        title={t("tax.fields.paid", { year: String(year) })}
        value={money(paid_in_year, USD)}
      />
      <SectionRow
        title={t("tax.fields.threshold")}
        value={
          gate
            ? t("tax.gate", { amount: money(threshold, USD) })
            : t("tax.gateOff")
        }
      />
      {profile.backup_withholding && (
        <SectionRow
          title={t("tax.withholding.flag")}
          value={[profile.backup_withholding_reason, t("tax.withholding.on")]
            .filter((line) => line)
            .join("\n")}
        />
      )}
    </>
  )
}

const Looks = ({ looks }: { looks: TaxLook[] }) => {
  const { t } = useTranslation("affiliate")
  const told = looks.slice(0, LOOKS_SHOWN)
  const nameOf = usePeople(told.flatMap(({ actor_id }) => actor_id ?? []))
  return (
    <div className="px-6 py-4">
      <Text
        size="small"
        leading="compact"
        weight="plus"
        className="text-ui-fg-subtle"
      >
        {t("tax.looks")}
      </Text>
      <ul className="mt-2 flex flex-col gap-y-2">
        {told.map((look) => (
          <li
            key={look.id}
            className="txt-compact-small flex items-baseline justify-between gap-x-3"
          >
            <span className="min-w-0 break-words">
              {look.reason}
              {look.actor_id && (
                <span className="text-ui-fg-muted">
                  {" · "}
                  {nameOf(look.actor_id)}
                </span>
              )}
            </span>
            <span className="text-ui-fg-muted shrink-0">
              <DateText value={look.created_at} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
