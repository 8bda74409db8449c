import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Stats } from "../../../types"
import { PERIODS, type PeriodDays } from "./periods"

type PeriodSelectsProps = {
  stats: Stats
  days: PeriodDays
  onDays: (days: PeriodDays) => void
  onCurrency: (currency: string) => void
}

/** Which days are looked at; and in which currency, where there is more than one. */
export const PeriodSelects = ({
  stats,
  days,
  onDays,
  onCurrency,
}: PeriodSelectsProps) => {
  const { t } = useTranslation("affiliate")
  const currencies = [...new Set([stats.currency_code, ...stats.currencies])]

  return (
    <>
      {currencies.length > 1 && (
        <Select
          size="small"
          value={stats.currency_code}
          onValueChange={onCurrency}
        >
          <Select.Trigger aria-label={t("overview.currency")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {currencies.toSorted().map((code) => (
              <Select.Item key={code} value={code}>
                {code.toUpperCase()}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      )}
      <Select
        size="small"
        value={days}
        onValueChange={(value) => onDays(value as PeriodDays)}
      >
        <Select.Trigger
          aria-label={t("overview.period")}
          className="whitespace-nowrap"
        >
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {PERIODS.map((period) => (
            <Select.Item key={period} value={period}>
              {t(`overview.periods.${period}`)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </>
  )
}
