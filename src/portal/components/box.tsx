import { clx, Heading, Text } from "@medusajs/ui"
import { useId, type ReactNode } from "react"

/** A part of a page under a heading of its own. */
export function Box({
  title,
  action,
  children,
  className,
  flush = false,
}: {
  title?: ReactNode
  action?: ReactNode
  children: ReactNode
  className?: string
  /** Whether the content reaches the edges, as rows do. */
  flush?: boolean
}) {
  const id = useId()
  return (
    <div
      role={title ? "group" : undefined}
      aria-labelledby={title ? id : undefined}
      className={clx(
        "bg-ui-bg-base shadow-elevation-card-rest min-w-0 rounded-lg",
        className
      )}
    >
      {title && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-4 sm:px-6">
          <Heading id={id} level="h2" className="font-semibold">
            {title}
          </Heading>
          {action}
        </div>
      )}
      <div className={flush ? "pt-3" : "px-4 py-4 sm:px-6"}>{children}</div>
    </div>
  )
}

export function PageTitle({
  title,
  intro,
  action,
}: {
  title: ReactNode
  intro?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-4">
      <div className="min-w-0 max-w-full">
        <Heading level="h1" className="break-words text-2xl font-semibold">
          {title}
        </Heading>
        {intro && (
          <Text className="text-ui-fg-subtle mt-1 break-words">{intro}</Text>
        )}
      </div>
      {action && <div className="no-print">{action}</div>}
    </div>
  )
}
