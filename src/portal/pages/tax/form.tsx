import { Checkbox, Label, Text } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useId, useState, type FormEvent } from "react"
import { MainButton } from "../../components/action"
import { Notice } from "../../components/entry"
import { Choice, TextField, useValues } from "../../components/field"
import { useErrorWords } from "../../hooks/error-words"
import { useSpeech } from "../../i18n/language"
import { api } from "../../lib/api"
import { note } from "../../lib/note"
import { CLASSIFICATIONS } from "../../../shared/tax-forms"
import { AddressFields, CountryOf } from "./address-fields"
import { ForeignFields } from "./foreign-fields"
import {
  bodyOf,
  formOf,
  NOTHING,
  UNDECIDED,
  YES,
  type TaxValues,
} from "./values"
import { VatFields } from "./vat-fields"

export type FieldsProps = {
  values: TaxValues
  set: (name: keyof TaxValues) => (value: string) => void
}

const today = (): string => new Date().toISOString().slice(0, 10)

/** Asks who somebody is, then for the form that fits. */
export function TaxFormFields({ kind }: { kind: "us" | "vat" }) {
  const { t } = useSpeech()
  const words = useErrorWords()
  const [values, set] = useValues(NOTHING)
  const [tried, setTried] = useState(false)
  const form = kind === "vat" ? (values.entity ? "vat" : null) : formOf(values)
  const filing = useMutation({
    mutationFn: () =>
      api("affiliate/tax-form", {
        method: "POST",
        body: bodyOf(form!, values, today()),
      }),
    onSuccess: () => note.done(t("tax.saved")),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (form && values.certified === YES) filing.mutate()
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {kind === "us" && (
        <YesOrNo
          label={t("tax.fields.us_person")}
          hint={t("tax.hints.us_person")}
          value={values.us_person}
          onValue={set("us_person")}
        />
      )}
      <YesOrNo
        label={t("tax.fields.entity")}
        value={values.entity}
        onValue={set("entity")}
      />
      {form && (
        <>
          <Text className="font-semibold">{t(`tax.forms.${form}`)}</Text>
          <TextField
            label={t("tax.fields.name")}
            hint={t("tax.hints.name")}
            autoComplete="off"
            value={values.name}
            onValue={set("name")}
          />
          {form !== "vat" && values.entity === YES && (
            <Choice
              label={t("tax.fields.classification")}
              value={values.classification}
              options={[
                UNDECIDED,
                ...entitiesOf(form === "w9" ? "w9" : "w8bene").map((value) => ({
                  value,
                  label: t(`tax.classification.${value}`),
                })),
              ]}
              onValue={set("classification")}
            />
          )}
          <AddressFields values={values} set={set} />
          <CountryOf
            label={t("tax.fields.country_code")}
            value={values.country_code}
            onValue={set("country_code")}
          />
          {form === "w9" && <UsNumber values={values} set={set} />}
          {(form === "w8ben" || form === "w8bene") && (
            <ForeignFields form={form} values={values} set={set} />
          )}
          {form === "vat" && <VatFields values={values} set={set} />}
          <Signature values={values} set={set} tried={tried} />
          {filing.isError && (
            <Notice kind="error">{words(filing.error)}</Notice>
          )}
          <MainButton
            size="base"
            type="submit"
            isLoading={filing.isPending}
            className="w-fit"
          >
            {t("tax.sign")}
          </MainButton>
        </>
      )}
    </form>
  )
}

/** What somebody who is no single person may be. */
const entitiesOf = (form: "w9" | "w8bene") =>
  CLASSIFICATIONS[form].filter((one) => one !== "individual")

function YesOrNo({
  label,
  hint,
  value,
  onValue,
}: {
  label: string
  hint?: string
  value: string
  onValue: (value: string) => void
}) {
  const { t } = useSpeech()
  return (
    <Choice
      label={label}
      hint={hint}
      value={value}
      options={[
        { value: "", label: "" },
        { value: YES, label: t("tax.yes") },
        { value: "no", label: t("tax.no") },
      ]}
      onValue={onValue}
    />
  )
}

function UsNumber({ values, set }: FieldsProps) {
  const { t } = useSpeech()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Choice
        label={t("tax.fields.tin_type")}
        value={values.tin_type}
        options={[
          { value: "", label: "" },
          { value: "ssn", label: "SSN" },
          { value: "itin", label: "ITIN" },
          { value: "ein", label: "EIN" },
        ]}
        onValue={set("tin_type")}
      />
      <TextField
        label={t("tax.fields.tin")}
        autoComplete="off"
        inputMode="numeric"
        value={values.tin}
        onValue={set("tin")}
      />
    </div>
  )
}

function Signature({ values, set, tried }: FieldsProps & { tried: boolean }) {
  const { t } = useSpeech()
  const id = useId()
  const missing = tried && values.certified !== YES
  return (
    <>
      <TextField
        label={t("tax.fields.signature")}
        autoComplete="off"
        value={values.signature}
        onValue={set("signature")}
      />
      <TextField
        label={t("tax.fields.capacity")}
        hint={t("tax.hints.capacity")}
        optional={values.entity !== YES}
        autoComplete="off"
        value={values.capacity}
        onValue={set("capacity")}
      />
      <div className="flex items-start gap-3">
        <Checkbox
          id={id}
          checked={values.certified === YES}
          aria-invalid={missing || undefined}
          onCheckedChange={(checked) =>
            set("certified")(checked === true ? YES : "")
          }
        />
        <Label htmlFor={id} size="small">
          {t("tax.certify")}
        </Label>
      </div>
      {missing && (
        <Text size="small" role="alert" className="text-ui-fg-error">
          {t("tax.certifyNeeded")}
        </Text>
      )}
    </>
  )
}
