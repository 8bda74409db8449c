import { Plus, XMarkMini } from "@medusajs/icons"
import { Button, IconButton, Text } from "@medusajs/ui"
import { useMemo } from "react"
import type { Control } from "react-hook-form"
import { useFieldArray, useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { ChoiceField } from "../../../../../components/fields/choice-field"
import { ManyField } from "../../../../../components/fields/many-field"
import { SelectField } from "../../../../../components/fields/select-field"
import { TextareaField } from "../../../../../components/fields/text-field"
import { countriesIn } from "../../../../../../shared/countries"
import { useFormat } from "../../../../../lib/format"
import { linesOf } from "../../../../../lib/lines"
import type { JoiningForm } from "./joining-form"
import { EMPTY_ANSWER, keysOf } from "./joining-form"

type FieldsProps = { control: Control<JoiningForm> }

/** What a program wants of whoever applies, and what happens to everybody else. */
export const JoinRequirementsFields = ({ control }: FieldsProps) => {
  const { t } = useTranslation("affiliate")
  const { locale } = useFormat()
  const countries = useMemo(() => countriesIn(locale), [locale])

  return (
    <>
      <ManyField
        control={control}
        name="countries"
        label={t("joining.form.countries")}
        hint={t("joining.form.countriesHint")}
        options={countries}
        optional
      />
      <TextareaField
        control={control}
        name="domains"
        label={t("joining.form.domains")}
        hint={t("joining.form.domainsHint")}
        placeholder="example.com"
        optional
      />
      <AnswersField control={control} />
      <ChoiceField
        control={control}
        name="otherwise"
        label={t("joining.form.otherwise")}
        columns={2}
        options={[
          {
            value: "review",
            label: t("joining.form.review"),
            description: t("joining.form.reviewHint"),
          },
          {
            value: "reject",
            label: t("joining.form.reject"),
            description: t("joining.form.rejectHint"),
          },
        ]}
      />
    </>
  )
}

const AnswersField = ({ control }: FieldsProps) => {
  const { t } = useTranslation("affiliate")
  const { fields, append, remove } = useFieldArray({ control, name: "answers" })
  const questions = useWatch({ control, name: "questions" })

  return (
    <div className="flex flex-col gap-y-3">
      <Text size="small" leading="compact" weight="plus">
        {t("joining.form.answers")}{" "}
        <span className="text-ui-fg-muted font-normal">
          ({t("common.form.optional")})
        </span>
      </Text>
      {fields.map((field, index) => (
        <AnswerFields
          key={field.id}
          control={control}
          index={index}
          onRemove={() => remove(index)}
        />
      ))}
      <div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          disabled={!questions.length}
          onClick={() => append(EMPTY_ANSWER)}
        >
          <Plus />
          {t("joining.form.addAnswer")}
        </Button>
      </div>
    </div>
  )
}

type AnswerFieldsProps = FieldsProps & { index: number; onRemove: () => void }

const AnswerFields = ({ control, index, onRemove }: AnswerFieldsProps) => {
  const { t } = useTranslation("affiliate")
  const questions = useWatch({ control, name: "questions" })
  const key = useWatch({ control, name: `answers.${index}.key` })
  const keys = keysOf(questions)
  const question = questions[keys.indexOf(key)]

  return (
    <div className="bg-ui-bg-component shadow-elevation-card-rest relative grid grid-cols-1 items-start gap-3 rounded-lg p-4 pe-12 md:grid-cols-2">
      <SelectField
        control={control}
        name={`answers.${index}.key`}
        label={t("joining.form.answerTo")}
        options={questions.map(({ label }, at) => ({
          value: keys[at] ?? "",
          label: label.trim() || t("joining.form.question", { number: at + 1 }),
        }))}
      />
      {question?.type === "choice" ? (
        <ManyField
          control={control}
          name={`answers.${index}.chosen`}
          label={t("joining.form.oneOf")}
          options={linesOf(question.options).map((option) => ({
            value: option,
            label: option,
          }))}
        />
      ) : (
        <TextareaField
          control={control}
          name={`answers.${index}.typed`}
          label={t("joining.form.oneOf")}
          hint={t("joining.form.optionsHint")}
        />
      )}
      <IconButton
        type="button"
        size="small"
        variant="transparent"
        className="absolute end-2 top-2"
        aria-label={t("joining.form.removeAnswer")}
        onClick={onRemove}
      >
        <XMarkMini />
      </IconButton>
    </div>
  )
}
