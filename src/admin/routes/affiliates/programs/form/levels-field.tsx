import { Form } from "@medusajs/dashboard/components"
import { Plus, XMarkMini } from "@medusajs/icons"
import { Button, IconButton, Select, Text } from "@medusajs/ui"
import type { Control } from "react-hook-form"
import { useFieldArray } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { FigureInput } from "../../../../components/fields/figure-field"
import type { ProgramForm } from "./program-form"

/** The store takes no more. */
const LEVELS_MAX = 10

/** Shares of those above the credited affiliate; numbered from level 2 upwards. */
export const LevelsField = ({ control }: { control: Control<ProgramForm> }) => {
  const { t } = useTranslation("affiliate")
  const { fields, append, remove } = useFieldArray({ control, name: "levels" })

  return (
    <div className="flex flex-col gap-y-2">
      <div className="flex flex-col gap-y-2">
        <Text size="small" leading="compact" weight="plus">
          {t("programs.form.levels")}{" "}
          <span className="text-ui-fg-muted font-normal">
            ({t("common.form.optional")})
          </span>
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("programs.form.levelsHint")}
        </Text>
      </div>
      {fields.map((field, index) => (
        <div key={field.id} className="flex items-start gap-x-2">
          <Text
            size="small"
            leading="compact"
            className="text-ui-fg-subtle w-20 shrink-0 pt-2"
          >
            {t("programs.levels.level", { level: index + 2 })}
          </Text>
          <Form.Field
            control={control}
            name={`levels.${index}.percent`}
            render={({ field: input }) => (
              <Form.Item className="flex-1">
                <Form.Control>
                  <FigureInput
                    {...input}
                    before="%"
                    aria-label={t("programs.levels.percent")}
                  />
                </Form.Control>
                <Form.ErrorMessage />
              </Form.Item>
            )}
          />
          <Form.Field
            control={control}
            name={`levels.${index}.basis`}
            render={({ field: { onChange, ref, ...input } }) => (
              <Form.Item className="flex-1">
                <Select {...input} onValueChange={onChange}>
                  <Form.Control>
                    <Select.Trigger
                      ref={ref}
                      aria-label={t("programs.levels.basis")}
                    >
                      <Select.Value />
                    </Select.Trigger>
                  </Form.Control>
                  <Select.Content>
                    <Select.Item value="order">
                      {t("programs.levels.basisOrder")}
                    </Select.Item>
                    <Select.Item value="commission">
                      {t("programs.levels.basisCommission")}
                    </Select.Item>
                  </Select.Content>
                </Select>
              </Form.Item>
            )}
          />
          <IconButton
            type="button"
            size="small"
            variant="transparent"
            aria-label={t("programs.levels.remove")}
            onClick={() => remove(index)}
          >
            <XMarkMini />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          disabled={fields.length >= LEVELS_MAX}
          onClick={() => append({ percent: "", basis: "order" })}
        >
          <Plus />
          {t("programs.levels.add")}
        </Button>
      </div>
    </div>
  )
}
