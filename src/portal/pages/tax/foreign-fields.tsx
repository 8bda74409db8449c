import { Checkbox, Label } from "@medusajs/ui"
import { useId } from "react"
import { Choice, TextField } from "../../components/field"
import { useSpeech } from "../../i18n/language"
import { CHAPTER4_STATUSES } from "../../../shared/tax-forms"
import { CountryOf } from "./address-fields"
import type { FieldsProps } from "./form"
import { UNDECIDED, YES } from "./values"

/** What a W-8 asks beside the name and address. */
export function ForeignFields({
  form,
  values,
  set,
}: FieldsProps & { form: "w8ben" | "w8bene" }) {
  const { t } = useSpeech()
  const id = useId()
  const none = values.no_foreign_tin === YES
  return (
    <>
      {form === "w8ben" ? (
        <CountryOf
          label={t("tax.fields.citizenship_code")}
          value={values.citizenship_code}
          onValue={set("citizenship_code")}
        />
      ) : (
        <Choice
          label={t("tax.fields.chapter4_status")}
          value={values.chapter4_status}
          options={[
            UNDECIDED,
            ...CHAPTER4_STATUSES.map((value) => ({
              value,
              label: t(`tax.chapter4.${value}`),
            })),
          ]}
          onValue={set("chapter4_status")}
        />
      )}
      {!none && (
        <TextField
          label={t("tax.fields.foreign_tin")}
          hint={t("tax.hints.foreign_tin")}
          autoComplete="off"
          value={values.foreign_tin}
          onValue={set("foreign_tin")}
        />
      )}
      <div className="flex items-start gap-3">
        <Checkbox
          id={id}
          checked={none}
          onCheckedChange={(checked) => {
            set("no_foreign_tin")(checked === true ? YES : "")
            if (checked === true) set("foreign_tin")("")
          }}
        />
        <Label htmlFor={id} size="small">
          {t("tax.fields.no_foreign_tin")}
        </Label>
      </div>
      <fieldset className="flex flex-col gap-4">
        <legend className="txt-compact-small-plus mb-2">
          {t("tax.treaty")}
        </legend>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t("tax.fields.treaty_article")}
            optional
            placeholder="7(1)"
            value={values.treaty_article}
            onValue={set("treaty_article")}
          />
          <TextField
            label={t("tax.fields.treaty_rate")}
            optional
            inputMode="decimal"
            value={values.treaty_rate}
            onValue={set("treaty_rate")}
          />
        </div>
        <TextField
          label={t("tax.fields.treaty_income")}
          optional
          value={values.treaty_income}
          onValue={set("treaty_income")}
        />
        <TextField
          label={t("tax.fields.treaty_conditions")}
          optional
          value={values.treaty_conditions}
          onValue={set("treaty_conditions")}
        />
      </fieldset>
    </>
  )
}
