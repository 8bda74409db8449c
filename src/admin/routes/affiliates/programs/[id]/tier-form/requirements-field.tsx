import { Plus, XMarkMini } from "@medusajs/icons"
import { Button, IconButton, Text } from "@medusajs/ui"
import type { Control } from "react-hook-form"
import { useFieldArray, useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { FigureField } from "../../../../../components/fields/figure-field"
import { SelectField } from "../../../../../components/fields/select-field"
import { useStoreCurrencies } from "../../../../../hooks/store-currencies"
import type { TierForm } from "./tier-form"

/** What an affiliate has to bring to belong to the tier. */
export const RequirementsField = ({
  control,
}: {
  control: Control<TierForm>
}) => {
  const { t } = useTranslation("affiliate")
  const [currency = ""] = useStoreCurrencies()
  const { fields, append, remove } = useFieldArray({
    control,
    name: "requirements",
  })

  return (
    <div className="flex flex-col gap-y-3">
      <div>
        <Text size="small" leading="compact" weight="plus">
          {t("programs.tier.requirements")}{" "}
          <span className="text-ui-fg-muted font-normal">
            ({t("common.form.optional")})
          </span>
        </Text>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("programs.tier.requirementsHint")}
        </Text>
      </div>
      {fields.map((field, index) => (
        <RequirementFields
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
          onClick={() =>
            append({
              metric: "revenue",
              threshold: "",
              currency_code: currency,
              window_days: "",
            })
          }
        >
          <Plus />
          {t("programs.tier.addRequirement")}
        </Button>
      </div>
    </div>
  )
}

type RequirementFieldsProps = {
  control: Control<TierForm>
  index: number
  onRemove: () => void
}

const RequirementFields = ({
  control,
  index,
  onRemove,
}: RequirementFieldsProps) => {
  const { t } = useTranslation("affiliate")
  const currencies = useStoreCurrencies()
  const { metric, currency_code } = useWatch({
    control,
    name: `requirements.${index}`,
  })
  const offered = currencies.includes(currency_code)
    ? currencies
    : [currency_code, ...currencies].filter(Boolean)

  return (
    <div className="bg-ui-bg-component shadow-elevation-card-rest relative grid grid-cols-2 gap-3 rounded-lg p-3 pe-12">
      <SelectField
        control={control}
        name={`requirements.${index}.metric`}
        label={t("programs.tier.metric")}
        options={[
          { value: "revenue", label: t("programs.tier.metrics.revenue") },
          { value: "orders", label: t("programs.tier.metrics.orders") },
          { value: "commission", label: t("programs.tier.metrics.commission") },
        ]}
      />
      <FigureField
        control={control}
        name={`requirements.${index}.threshold`}
        label={t("programs.tier.threshold")}
      />
      {metric !== "orders" && (
        <SelectField
          control={control}
          name={`requirements.${index}.currency_code`}
          label={t("common.amounts.currency")}
          options={offered.map((code) => ({
            value: code,
            label: code.toUpperCase(),
          }))}
        />
      )}
      <FigureField
        control={control}
        name={`requirements.${index}.window_days`}
        label={t("programs.tier.window")}
        placeholder={t("programs.tier.windowHint")}
      />
      <IconButton
        type="button"
        size="small"
        variant="transparent"
        className="absolute end-2 top-2"
        aria-label={t("programs.tier.removeRequirement")}
        onClick={onRemove}
      >
        <XMarkMini />
      </IconButton>
    </div>
  )
}
