import { useMutation } from "@tanstack/react-query"
import { useEffect, useRef, useState, type FormEvent } from "react"
import { MainButton } from "../../components/action"
import { Notice } from "../../components/entry"
import { Choice, TextField, useValues } from "../../components/field"
import { FormGroup } from "../../components/form-group"
import { Pick } from "../../components/pick"
import { useErrorWords } from "../../hooks/error-words"
import { useSpeech } from "../../i18n/language"
import { api } from "../../lib/api"
import { note } from "../../lib/note"
import { CLASSIFICATIONS } from "../../../shared/tax-forms"
import { AddressFields } from "./address-fields"
import type { FieldsProps } from "./fields"
import { ForeignFields } from "./foreign-fields"
import { problemsIn, refusedField } from "./problems"
import { Signature } from "./signature"
import { UsFields } from "./us-fields"
import { bodyOf, formOf, lengthOf, NOTHING, YES } from "./values"
import { VatFields } from "./vat-fields"

const today = (): string => new Date().toISOString().slice(0, 10)

/** Asks who somebody is, then for the form that fits. */
export function TaxFormFields({
  kind,
  onFiled,
}: {
  kind: "us" | "vat"
  onFiled: () => void
}) {
  const { t } = useSpeech()
  const words = useErrorWords()
  const [values, set] = useValues(NOTHING)
  const [tries, setTries] = useState(0)
  const place = useRef<HTMLFormElement>(null)
  const form = kind === "vat" ? (values.entity ? "vat" : null) : formOf(values)
  const filing = useMutation({
    mutationFn: () =>
      api("affiliate/tax-form", {
        method: "POST",
        body: bodyOf(form!, values, today()),
      }),
    onSuccess: () => {
      note.done(t("tax.saved"))
      // Numbers in clear must not stay behind in the page.
      onFiled()
    },
  })
  const refused = filing.error && refusedField(filing.error.message, values)
  const found = form ? problemsIn(form, values) : {}
  const problemOf = (name: keyof typeof values): string | undefined => {
    const key = tries > 0 ? found[name] : undefined
    if (key) return t(key)
    if (refused?.name !== name) return undefined
    return refused.words ? t(refused.words) : words(filing.error)
  }
  const choice = (name: keyof typeof values) => ({
    value: values[name],
    error: problemOf(name),
    onValue: (value: string) => {
      if (filing.isError) filing.reset()
      set(name)(value)
    },
  })
  // Another form: nothing of it has been sent yet.
  const question = (name: "us_person" | "entity") => ({
    value: values[name],
    onValue: (value: string) => {
      setTries(0)
      choice(name).onValue(value)
    },
  })
  const props: FieldsProps = {
    values,
    choice,
    field: (name) => ({ ...choice(name), maxLength: lengthOf(name) }),
    tick: (name) => ({
      checked: values[name] === YES,
      error: problemOf(name),
      onValue: (checked) => choice(name).onValue(checked ? YES : ""),
    }),
  }
  // The first field that something is wrong with may be far above the button.
  useEffect(() => {
    place.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus()
  }, [tries, filing.error])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTries((before) => before + 1)
    if (form && Object.keys(found).length === 0) filing.mutate()
  }
  return (
    <form
      ref={place}
      noValidate
      onSubmit={submit}
      className="flex flex-col gap-8"
    >
      <div className="flex flex-col gap-4">
        {kind === "us" && (
          <YesOrNo
            label={t("tax.fields.us_person")}
            hint={t("tax.hints.us_person")}
            {...question("us_person")}
          />
        )}
        <YesOrNo label={t("tax.fields.entity")} {...question("entity")} />
      </div>
      {form && (
        <>
          <FormGroup title={t(`tax.titles.${form}`)}>
            <Who {...props} form={form} />
            <AddressFields {...props} />
          </FormGroup>
          {form === "w9" && <UsFields {...props} />}
          {(form === "w8ben" || form === "w8bene") && (
            <ForeignFields {...props} form={form} />
          )}
          {form === "vat" && <VatFields {...props} />}
          <Signature {...props} form={form} />
          {filing.isError && !refused && (
            <Notice kind="error">{words(filing.error)}</Notice>
          )}
          <MainButton
            size="base"
            type="submit"
            isLoading={filing.isPending}
            className="w-full sm:w-fit"
          >
            {t("tax.sign")}
          </MainButton>
        </>
      )}
    </form>
  )
}

/** Whose taxes these are. */
function Who({
  form,
  values,
  field,
  choice,
}: FieldsProps & { form: keyof typeof CLASSIFICATIONS }) {
  const { t } = useSpeech()
  return (
    <>
      <TextField
        label={t("tax.fields.name")}
        hint={t("tax.hints.name")}
        autoComplete="off"
        {...field("name")}
      />
      {form === "w9" && (
        <TextField
          label={t("tax.fields.business_name")}
          optional
          autoComplete="off"
          {...field("business_name")}
        />
      )}
      {(form === "w9" || form === "w8bene") && values.entity === YES && (
        <Choice
          label={t("tax.fields.classification")}
          options={[
            { value: "", label: t("entry.signUp.choose") },
            ...entitiesOf(form).map((value) => ({
              value,
              label: t(`tax.classification.${value}`),
            })),
          ]}
          {...choice("classification")}
        />
      )}
    </>
  )
}

/** What somebody who is no single person may be. */
const entitiesOf = (form: "w9" | "w8bene") =>
  CLASSIFICATIONS[form].filter((one) => one !== "individual")

function YesOrNo(props: {
  label: string
  hint?: string
  value: string
  onValue: (value: string) => void
}) {
  const { t } = useSpeech()
  return (
    <Pick
      {...props}
      options={[
        { value: YES, label: t("tax.yes") },
        { value: "no", label: t("tax.no") },
      ]}
    />
  )
}
