import { Button, clx } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { Link } from "react-router-dom"

type Props = ComponentProps<typeof Button>

/** The one thing to do on a page, in the store's colour. */
export function MainButton({ className, size = "large", ...props }: Props) {
  return (
    <Button
      {...props}
      size={size}
      variant="primary"
      className={clx("portal-primary after:hidden", className)}
    />
  )
}

/** The same, where doing it is going to another page. */
export function MainLink({
  to,
  children,
  className,
}: {
  to: string
  children: React.ReactNode
  className?: string
}) {
  return (
    <MainButton asChild size="base" className={className}>
      <Link to={to}>{children}</Link>
    </MainButton>
  )
}

export function TextLink({
  to,
  children,
}: {
  to: string
  children: React.ReactNode
}) {
  return (
    <Link
      to={to}
      className="text-ui-fg-base hover:text-ui-fg-subtle underline underline-offset-2"
    >
      {children}
    </Link>
  )
}
