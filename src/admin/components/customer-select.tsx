import { Combobox } from "@medusajs/dashboard/components"
import {
  useCustomer,
  useCustomers,
  useDebouncedSearch,
} from "@medusajs/dashboard/hooks"
import type { ComponentPropsWithoutRef } from "react"
import { forwardRef } from "react"
import { useTranslation } from "react-i18next"

type CustomerSelectProps = Omit<
  ComponentPropsWithoutRef<"input">,
  "value" | "onChange"
> & {
  /** Id of the chosen customer, `""` for none. */
  value: string
  onChange: (id: string) => void
}

type Customer = {
  id: string
  email?: string | null
  first_name?: string | null
  last_name?: string | null
}

const PAGE = 20

/** Finds one of the store's customers by name or e-mail. */
export const CustomerSelect = forwardRef<HTMLInputElement, CustomerSelectProps>(
  ({ value, onChange, ...props }, ref) => {
    const { t } = useTranslation("affiliate")
    const { searchValue, onSearchValueChange, query } = useDebouncedSearch()
    const { customers = [] } = useCustomers({ q: query, limit: PAGE })
    const { customer: chosen } = useCustomer(value, undefined, {
      enabled: !!value,
    })

    const found: Customer[] = customers.filter(({ id }) => id !== chosen?.id)
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
        options={offered.map((customer) => ({
          value: customer.id,
          label: labelOf(customer),
        }))}
      />
    )
  }
)
CustomerSelect.displayName = "CustomerSelect"

function labelOf({ id, email, first_name, last_name }: Customer): string {
  const name = [first_name, last_name].filter(Boolean).join(" ")
  return [name, email].filter(Boolean).join(" · ") || id
}
