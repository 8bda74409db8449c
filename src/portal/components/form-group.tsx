import { Heading } from "@medusajs/ui"
import type { ReactNode } from "react"

/** Fields that belong together, under a heading. */
export function FormGroup({
  title,
  children,
}: {
  title: string
  children: ReactNode
}) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-3">
        <Heading level="h2">{title}</Heading>
      </legend>
      {children}
    </fieldset>
  )
}
