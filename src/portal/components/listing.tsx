import type { ReactNode } from "react"
import { PAGE_ROWS } from "../hooks/answers"
import type { useListSearch } from "../hooks/search"
import { Choice } from "./field"
import { Pager } from "./pager"
import { SearchBox } from "./search-box"

type Search = Pick<ReturnType<typeof useListSearch>, "offset" | "change">

/** A page of a list with the way to the others; or what to say where there is nothing. */
export function Listing({
  count,
  search: { offset, change },
  empty,
  children,
}: {
  count: number
  search: Search
  empty: ReactNode
  children: ReactNode
}) {
  if (count === 0) return empty
  return (
    <>
      {children}
      <Pager
        count={count}
        offset={offset}
        limit={PAGE_ROWS}
        onOffset={(next) => change({ offset: next })}
      />
    </>
  )
}

/** What a list is narrowed to: one of some choices, and words. */
export function ListFilters({
  label,
  name,
  value,
  options,
  q,
  hint,
  change,
}: {
  label: string
  /** What the choice is called in the address. */
  name: string
  value: string
  options: { value: string; label: string }[]
  q: string
  hint: string
  change: Search["change"]
}) {
  return (
    <div className="flex flex-wrap gap-3 px-4 pb-3 sm:px-6">
      <div className="w-44">
        <Choice
          label={label}
          hideLabel
          value={value}
          options={options}
          onValue={(chosen) => change({ [name]: chosen })}
        />
      </div>
      <div className="min-w-0 flex-1 basis-48 sm:max-w-xs">
        <SearchBox
          value={q}
          hint={hint}
          onSearch={(words) => change({ q: words })}
        />
      </div>
    </div>
  )
}
