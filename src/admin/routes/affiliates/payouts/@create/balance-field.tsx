import { Form } from "@medusajs/dashboard/components"
import { InlineTip, RadioGroup } from "@medusajs/ui"
import type { FieldValues } from "react-hook-form"
import { useTranslation } from "react-i18next"

import type { FieldProps } from "../../../../components/fields/types"
import { useFormat } from "../../../../lib/format"
import type { AffiliateBalance } from "../../../../types"

type BalanceFieldProps<TForm extends FieldValues> = Pick<
  FieldProps<TForm>,
  "control" | "name"
> & { balances: AffiliateBalance[] }

/** A currency, chosen by what is available in it; debts are shown, not offered. */
export const BalanceField = <TForm extends FieldValues>({
  control,
  name,
  balances,
}: BalanceFieldProps<TForm>) => {
  const { t } = useTranslation("affiliate")
  const { money, currencyName } = useFormat()
  const payable = balances.filter(({ available }) => available > 0)
  const debts = balances.filter(({ available }) => available < 0)

  return (
    <div className="flex flex-col gap-y-4">
      {payable.length > 0 && (
        <Form.Field
          control={control}
          name={name}
          render={({ field: { onChange, ...field } }) => (
            <Form.Item>
              <Form.Label>{t("payouts.create.available")}</Form.Label>
              <Form.Control>
                <RadioGroup
                  {...field}
                  onValueChange={onChange}
                  className="grid grid-cols-1 gap-4 md:grid-cols-2"
                >
                  {payable.map(({ currency_code, available }) => (
                    <RadioGroup.ChoiceBox
                      key={currency_code}
                      value={currency_code}
                      label={money(available, currency_code)}
                      description={currencyName(currency_code)}
                    />
                  ))}
                </RadioGroup>
              </Form.Control>
              <Form.ErrorMessage />
            </Form.Item>
          )}
        />
      )}
      {!payable.length && !debts.length && (
        <InlineTip label={t("payouts.create.available")} variant="warning">
          {t("payouts.create.nothingAvailable")}
        </InlineTip>
      )}
      {debts.map(({ currency_code, available }) => (
        <InlineTip
          key={currency_code}
          label={currency_code.toUpperCase()}
          variant="warning"
        >
          {t("payouts.create.debt", {
            amount: money(Math.abs(available), currency_code),
          })}
        </InlineTip>
      ))}
    </div>
  )
}
