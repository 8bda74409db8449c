import { Text } from "@medusajs/ui"
import { useSpeech } from "../../i18n/language"
import type { TaxForm, TaxProfile } from "../../lib/tax-types"

const USD = "usd"

/** What is on file, masked, and what payouts wait for. */
export function OnFile({ profile }: { profile: TaxProfile }) {
  const { t, format } = useSpeech()
  const { tax_form, vat_form, gate, threshold, paid_in_year, year } = profile
  return (
    <div className="flex flex-col gap-3">
      {tax_form ? (
        <Form form={tax_form} />
      ) : (
        <Text className="text-ui-fg-subtle">{t("tax.none")}</Text>
      )}
      {vat_form && <Form form={vat_form} />}
      {gate && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("tax.gate", {
            threshold: format.money(threshold, USD),
            paid: format.money(paid_in_year, USD),
            year: String(year),
          })}
        </Text>
      )}
    </div>
  )
}

function Form({ form }: { form: TaxForm }) {
  const { t, format } = useSpeech()
  const numbers = [form.tin_masked, form.foreign_tin_masked, form.vat_id]
  return (
    <div className="txt-small">
      <span className="txt-compact-small-plus block">
        {t(`tax.forms.${form.form}`)}
        {form.state === "expired" && ` · ${t("tax.expired")}`}
      </span>
      <span className="text-ui-fg-subtle break-anywhere block">
        {[form.name, ...numbers].filter(Boolean).join(" · ")}
      </span>
      <span className="text-ui-fg-subtle block">
        {t("tax.filed", { date: format.day(form.created_at) })}
        {form.expires_on &&
          ` · ${t("tax.until", { date: format.day(form.expires_on) })}`}
      </span>
    </div>
  )
}
