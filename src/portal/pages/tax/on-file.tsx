import { Text } from "@medusajs/ui"
import { Badge } from "../../components/state-badge"
import { useSpeech } from "../../i18n/language"
import type { TaxForm, TaxProfile } from "../../lib/tax-types"

const USD = "usd"

/** What is on file, masked, and what payouts wait for. */
export function OnFile({ profile }: { profile: TaxProfile }) {
  const { t, format } = useSpeech()
  const { tax_form, vat_form, form_valid, gate } = profile
  return (
    <div className="flex flex-col gap-4">
      {!tax_form && !vat_form && (
        <Text className="text-ui-fg-subtle">{t("tax.none")}</Text>
      )}
      {tax_form && <Form form={tax_form} />}
      {vat_form && <Form form={vat_form} />}
      {gate && !form_valid && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("tax.gate", {
            threshold: format.money(profile.threshold, USD),
            paid: format.money(profile.paid_in_year, USD),
            year: String(profile.year),
          })}
        </Text>
      )}
    </div>
  )
}

function Form({ form }: { form: TaxForm }) {
  const { t, format } = useSpeech()
  const { treaty, vat_scheme, vat_rate = null } = form
  const all: [string, string | false | null | undefined][] = [
    [t("tax.fields.name"), form.name],
    [form.tin_type?.toUpperCase() ?? t("tax.fields.tin"), form.tin_masked],
    [t("tax.fields.foreign_tin"), form.foreign_tin_masked],
    [
      t("tax.treaty"),
      treaty &&
        t("tax.claim", {
          article: treaty.article,
          rate: format.percent(treaty.rate / 100),
        }),
    ],
    [
      t("tax.forms.vat"),
      vat_scheme &&
        [
          t(`tax.vatScheme.${vat_scheme}`),
          ...(vat_rate === null ? [] : [format.percent(vat_rate / 100)]),
        ].join(", "),
    ],
    [t("tax.fields.vat_id"), form.vat_id],
    [
      t("tax.invoices"),
      form.form === "vat" &&
        t(form.self_billing ? "tax.byStore" : "tax.byYourself"),
    ],
    [t("tax.filed"), format.day(form.created_at)],
    [t("tax.until"), form.expires_on && format.calendarDay(form.expires_on)],
  ]
  const facts = all.filter(([, value]) => Boolean(value))
  const expired = form.state === "expired"
  return (
    <section
      aria-label={t(`tax.forms.${form.form}`)}
      className="flex flex-col gap-2"
    >
      <div className="flex flex-wrap items-center gap-2">
        <span className="txt-compact-small-plus">
          {t(`tax.forms.${form.form}`)}
        </span>
        <Badge color={expired ? "red" : "green"}>
          {t(expired ? "tax.expired" : "tax.valid")}
        </Badge>
      </div>
      <dl className="flex flex-col gap-1">
        {facts.map(([name, value]) => (
          <div
            key={name}
            className="txt-small flex flex-wrap justify-between gap-x-4"
          >
            <dt className="text-ui-fg-subtle">{name}</dt>
            <dd className="break-anywhere ml-auto min-w-0 text-right">
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
