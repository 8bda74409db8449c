import type { PropsWithChildren } from "react"
import { Link } from "react-router-dom"

/** A name that leads to the page about it. */
export const TextLink = ({
  to,
  children,
}: PropsWithChildren<{ to: string }>) => (
  <Link
    to={to}
    className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover transition-fg break-words"
  >
    {children}
  </Link>
)
