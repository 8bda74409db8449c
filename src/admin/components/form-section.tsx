import { Heading, Text } from "@medusajs/ui"
import type { PropsWithChildren } from "react"

type FormSectionProps = PropsWithChildren<{
  title: string
  description?: string
}>

/** A part of a long form: heading, a line on it, and fields in two columns. */
export const FormSection = ({
  title,
  description,
  children,
}: FormSectionProps) => (
  <section className="flex flex-col gap-y-4">
    <div>
      <Heading level="h2">{title}</Heading>
      {description && (
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {description}
        </Text>
      )}
    </div>
    {children}
  </section>
)

/** Two fields side by side where there is room. */
export const FieldGrid = ({ children }: PropsWithChildren) => (
  <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
    {children}
  </div>
)
