import { SectionRow as MedusaSectionRow } from "@medusajs/dashboard/components"
import type { ReactNode } from "react"

type SectionRowProps = { title: string; value?: ReactNode }

/** A row of a box. Medusa's own lets a word that is longer than its half run out of the box. */
export const SectionRow = ({ title, value }: SectionRowProps) => (
  <MedusaSectionRow
    title={title}
    value={
      typeof value === "string" && value ? (
        <span className="min-w-0 whitespace-pre-line text-pretty break-words">
          {value}
        </span>
      ) : (
        value
      )
    }
  />
)
