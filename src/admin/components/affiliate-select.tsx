import { Combobox } from "@medusajs/dashboard/components"
import { useDebouncedSearch } from "@medusajs/dashboard/hooks"
import type { ComponentPropsWithoutRef } from "react"
import { forwardRef } from "react"
import { useTranslation } from "react-i18next"

import { useAffiliate, useAffiliates } from "../hooks/affiliates"
import type { AffiliateStatus } from "../types"

type AffiliateSelectProps = Omit<
  ComponentPropsWithoutRef<"input">,
  "value" | "onChange"
> & {
  /** Id of the chosen affiliate, `""` for none. */
  value: string
  onChange: (id: string) => void
  /** Only affiliates in one of these statuses are offered. */
  statuses?: AffiliateStatus[]
  /** Only affiliates of this program are offered. */
  programId?: string
  /** Left out of the list, e.g. the affiliate that a parent is looked for. */
  excludeId?: string
}

const PAGE = 20

/** A longer label runs under the field's own buttons. */
const clip = (text: string, max: number) =>
  text.length > max ? `${text.slice(0, max - 1)}…` : text

/** Finds an affiliate by name, e-mail or code. */
export const AffiliateSelect = forwardRef<
  HTMLInputElement,
  AffiliateSelectProps
>(({ value, onChange, statuses, programId, excludeId, ...props }, ref) => {
  const { t } = useTranslation("affiliate")
  const { searchValue, onSearchValueChange, query } = useDebouncedSearch()
  const { affiliates = [] } = useAffiliates({
    q: query,
    limit: PAGE,
    order: "name",
    status: statuses,
    program_id: programId,
  })
  const { affiliate: chosen } = useAffiliate(value, { enabled: !!value })

  const found = affiliates.filter(
    ({ id }) => id !== excludeId && id !== chosen?.id
  )
  // What is chosen stays in the list, or the field could not show its name.
  const offered = chosen && !searchValue ? [chosen, ...found] : found

  return (
    <Combobox
      placeholder={t("common.form.search")}
      {...props}
      ref={ref}
      value={value}
      onChange={(id) => onChange(id ?? "")}
      searchValue={searchValue}
      onSearchValueChange={onSearchValueChange}
      allowClear
      options={offered.map(({ id, name, email }) => ({
        value: id,
        label: `${clip(name, 32)} · ${clip(email, 26)}`,
      }))}
    />
  )
})
AffiliateSelect.displayName = "AffiliateSelect"
