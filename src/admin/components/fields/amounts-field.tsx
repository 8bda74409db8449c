import { Form } from "@medusajs/dashboard/components"
import { Plus, XMarkMini } from "@medusajs/icons"
import { Button, IconButton, Select } from "@medusajs/ui"
import type { FieldValues } from "react-hook-form"
import { get, useFormState } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { useStoreCurrencies } from "../../hooks/store-currencies"
import { useFormat } from "../../lib/format"
import { FigureInput } from "./figure-field"
import type { FieldProps } from "./types"

/** An amount as it is typed. */
export type AmountRow = { currency_code: string; amount: string }

type AmountsFieldProps<TForm extends FieldValues> = FieldProps<TForm> & {
  /** Whether one currency may be listed more than once, as with milestones. */
  repeat?: boolean
}

/** A list of amounts, each in a currency of its own. */
export const AmountsField = <TForm extends FieldValues>({
  control,
  name,
  label,
  hint,
  tooltip,
  optional,
  repeat = false,
}: AmountsFieldProps<TForm>) => {
  const { t } = useTranslation("affiliate")
  const currencies = useStoreCurrencies()
  const { errors } = useFormState({ control })

  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange } }) => {
        const rows: AmountRow[] = value
        const used = new Set(rows.map(({ currency_code }) => currency_code))
        const free = currencies.filter((code) => repeat || !used.has(code))
        const change = (index: number, part: Partial<AmountRow>) =>
          onChange(
            rows.map((row, i) => (i === index ? { ...row, ...part } : row))
          )

        return (
          <Form.Item>
            <Form.Label optional={optional} tooltip={tooltip}>
              {label}
            </Form.Label>
            {hint && <Form.Hint>{hint}</Form.Hint>}
            <div className="flex flex-col gap-y-2">
              {rows.map((row, index) => (
                <AmountRowInput
                  key={index}
                  row={row}
                  offered={
                    free.includes(row.currency_code)
                      ? free
                      : [row.currency_code, ...free]
                  }
                  error={rowError(errors, name, index)}
                  onChange={(part) => change(index, part)}
                  onRemove={() => onChange(rows.filter((_, i) => i !== index))}
                />
              ))}
              <div>
                <Button
                  type="button"
                  size="small"
                  variant="secondary"
                  disabled={!free.length}
                  onClick={() =>
                    onChange([...rows, { currency_code: free[0], amount: "" }])
                  }
                >
                  <Plus />
                  {t("common.amounts.add")}
                </Button>
              </div>
            </div>
            <Form.ErrorMessage />
          </Form.Item>
        )
      }}
    />
  )
}

type AmountRowInputProps = {
  row: AmountRow
  offered: string[]
  error: string | undefined
  onChange: (part: Partial<AmountRow>) => void
  onRemove: () => void
}

const AmountRowInput = ({
  row,
  offered,
  error,
  onChange,
  onRemove,
}: AmountRowInputProps) => {
  const { t } = useTranslation("affiliate")
  const { currencyName } = useFormat()

  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex items-center gap-x-2">
        <div className="w-28 shrink-0">
          <Select
            value={row.currency_code}
            onValueChange={(currency_code) => onChange({ currency_code })}
          >
            <Select.Trigger aria-label={t("common.amounts.currency")}>
              <span>{row.currency_code.toUpperCase()}</span>
            </Select.Trigger>
            <Select.Content>
              {offered.map((code) => (
                <Select.Item key={code} value={code}>
                  {code.toUpperCase()} · {currencyName(code)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </div>
        <div className="flex-1">
          <FigureInput
            value={row.amount}
            aria-label={t("common.amounts.amount")}
            aria-invalid={!!error}
            onChange={(event) => onChange({ amount: event.target.value })}
          />
        </div>
        <IconButton
          type="button"
          size="small"
          variant="transparent"
          aria-label={t("common.amounts.remove")}
          onClick={onRemove}
        >
          <XMarkMini />
        </IconButton>
      </div>
      {error && (
        <span role="alert" className="txt-small text-ui-fg-error">
          {error}
        </span>
      )}
    </div>
  )
}

/** What the schema said about one row, whichever of its two parts it is about. */
function rowError(
  errors: object,
  name: string,
  index: number
): string | undefined {
  return (
    get(errors, `${name}.${index}.amount.message`) ??
    get(errors, `${name}.${index}.currency_code.message`)
  )
}
