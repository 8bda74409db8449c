import {
  ChevronDownMini,
  ChevronUpMini,
  Plus,
  XMarkMini,
} from "@medusajs/icons"
import { Button, IconButton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { Control } from "react-hook-form"
import { useFieldArray, useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { SelectField } from "../../../../../components/fields/select-field"
import { SwitchField } from "../../../../../components/fields/switch-field"
import {
  TextareaField,
  TextField,
} from "../../../../../components/fields/text-field"
import type { JoiningForm } from "./joining-form"
import { EMPTY_QUESTION } from "./joining-form"

/** The store takes no more. */
const QUESTIONS_MAX = 30

const TYPES = ["text", "choice", "url", "number"] as const

/** The questions of the application form, in their order. */
export const QuestionsField = ({
  control,
}: {
  control: Control<JoiningForm>
}) => {
  const { t } = useTranslation("affiliate")
  const { fields, append, remove, move } = useFieldArray({
    control,
    name: "questions",
  })

  return (
    <div className="flex flex-col gap-y-4">
      {fields.map((field, index) => {
        const number = index + 1
        return (
          <QuestionFields key={field.id} control={control} index={index}>
            <MoveButton
              label={t("joining.form.up", { number })}
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
            >
              <ChevronUpMini />
            </MoveButton>
            <MoveButton
              label={t("joining.form.down", { number })}
              disabled={number === fields.length}
              onClick={() => move(index, index + 1)}
            >
              <ChevronDownMini />
            </MoveButton>
            <MoveButton
              label={t("joining.form.remove", { number })}
              onClick={() => remove(index)}
            >
              <XMarkMini />
            </MoveButton>
          </QuestionFields>
        )
      })}
      <div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          disabled={fields.length >= QUESTIONS_MAX}
          onClick={() => append(EMPTY_QUESTION)}
        >
          <Plus />
          {t("joining.form.add")}
        </Button>
      </div>
    </div>
  )
}

type MoveButtonProps = {
  label: string
  disabled?: boolean
  onClick: () => void
  children: ReactNode
}

const MoveButton = ({ label, ...button }: MoveButtonProps) => (
  <IconButton
    type="button"
    size="small"
    variant="transparent"
    aria-label={label}
    {...button}
  />
)

type QuestionFieldsProps = {
  control: Control<JoiningForm>
  index: number
  /** What can be done with the question as a whole. */
  children: ReactNode
}

const QuestionFields = ({ control, index, children }: QuestionFieldsProps) => {
  const { t } = useTranslation("affiliate")
  const type = useWatch({ control, name: `questions.${index}.type` })

  return (
    <div className="bg-ui-bg-component shadow-elevation-card-rest flex flex-col gap-y-3 rounded-lg p-4 pt-2">
      <div className="flex items-center justify-between">
        <Text size="small" leading="compact" className="text-ui-fg-muted">
          {t("joining.form.question", { number: index + 1 })}
        </Text>
        <div className="flex items-center">{children}</div>
      </div>
      <TextField
        control={control}
        name={`questions.${index}.label`}
        label={t("joining.form.label")}
      />
      <div className="grid grid-cols-1 items-start gap-3 md:grid-cols-2">
        <SelectField
          control={control}
          name={`questions.${index}.type`}
          label={t("joining.form.type")}
          options={TYPES.map((value) => ({
            value,
            label: t(`joining.types.${value}`),
          }))}
        />
        <TextField
          control={control}
          name={`questions.${index}.key`}
          label={t("joining.form.key")}
          tooltip={t("joining.form.keyHint")}
          transform={(text) => text.toLowerCase()}
          optional
        />
      </div>
      {type === "choice" && (
        <TextareaField
          control={control}
          name={`questions.${index}.options`}
          label={t("joining.form.options")}
          hint={t("joining.form.optionsHint")}
          rows={4}
        />
      )}
      <SwitchField
        control={control}
        name={`questions.${index}.required`}
        label={t("joining.form.required")}
      />
    </div>
  )
}
