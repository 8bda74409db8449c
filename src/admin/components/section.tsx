import { Container, Heading, Text } from "@medusajs/ui"
import type { PropsWithChildren, ReactNode } from "react"

type SectionProps = PropsWithChildren<{
  title: ReactNode
  description?: ReactNode
  /** Badges, buttons and the action menu, at the right. */
  actions?: ReactNode
  level?: "h1" | "h2"
}>

/** A box of a detail page: heading, what can be done, and rows below. */
export const Section = ({
  title,
  description,
  actions,
  level = "h2",
  children,
}: SectionProps) => (
  <Container className="divide-y p-0">
    <div className="flex items-center justify-between gap-x-4 px-6 py-4">
      <div className="min-w-0">
        <Heading level={level} className="break-words">
          {title}
        </Heading>
        {description && (
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {description}
          </Text>
        )}
      </div>
      {actions && (
        <div className="flex shrink-0 items-center gap-x-2">{actions}</div>
      )}
    </div>
    {children}
  </Container>
)

/** One line for a section that has nothing to show. */
export const SectionEmpty = ({ children }: PropsWithChildren) => (
  <div className="px-6 py-6 text-center">
    <Text size="small" className="text-ui-fg-subtle text-pretty">
      {children}
    </Text>
  </div>
)
