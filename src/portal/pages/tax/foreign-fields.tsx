import { Text } from "@medusajs/ui"
import { Choice, TextField } from "../../components/field"
import { FormGroup } from "../../components/form-group"
import { Tick } from "../../components/tick"
import { useSpeech } from "../../i18n/language"
import { CHAPTER4_STATUSES } from "../../../shared/tax-forms"
import { CountryOf } from "./address-fields"
import type { FieldsProps } from "./fields"
import { claimsTreaty, YES } from "./values"

type Props = FieldsProps & { form: "w8ben" | "w8bene" }

/** What a W-8 asks beside the name and address. */
export function ForeignFields(props: Props) {
  const { form, values, field, choice, tick } = props
  const { t } = useSpeech()
  return (
    <>
      <FormGroup title={t(`tax.groups.${form}`)}>
        {form === "w8ben" ? (
          <CountryOf
            label={t("tax.fields.citizenship_code")}
            {...choice("citizenship_code")}
          />
        ) : (
          <Choice
            label={t("tax.fields.chapter4_status")}
            options={[
              { value: "", label: t("entry.signUp.choose") },
              ...CHAPTER4_STATUSES.map((value) => ({
                value,
                label: t(`tax.chapter4.${value}`),
              })),
            ]}
            {...choice("chapter4_status")}
          />
        )}
        {values.no_foreign_tin !== YES && (
          <TextField
            label={t("tax.fields.foreign_tin")}
            hint={t("tax.hints.foreign_tin")}
            autoComplete="off"
            {...field("foreign_tin")}
          />
        )}
        <Tick
          label={t("tax.fields.no_foreign_tin")}
          {...tick("no_foreign_tin")}
        />
      </FormGroup>
      <TreatyFields {...props} />
    </>
  )
}

function TreatyFields({ form, values, field }: Props) {
  const { t } = useSpeech()
  const optional = !claimsTreaty(values)
  return (
    <FormGroup title={t("tax.groups.treaty")}>
      <Text size="small" className="text-ui-fg-subtle">
        {t("tax.hints.treaty")}
      </Text>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("tax.fields.treaty_article")}
          optional={optional}
          hint={t("tax.hints.treaty_article")}
          {...field("treaty_article")}
        />
        <TextField
          label={t("tax.fields.treaty_rate")}
          optional={optional}
          hint={t("tax.hints.treaty_rate")}
          inputMode="decimal"
          {...field("treaty_rate")}
        />
      </div>
      <TextField
        label={t("tax.fields.treaty_income")}
        optional={optional}
        hint={t("tax.hints.treaty_income")}
        {...field("treaty_income")}
      />
      <TextField
        label={t("tax.fields.treaty_conditions")}
        optional={optional || form === "w8ben"}
        {...field("treaty_conditions")}
      />
    </FormGroup>
  )
}
