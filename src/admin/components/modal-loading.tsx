import { RouteDrawer, RouteFocusModal } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"

import { LoadError } from "./load-error"
import { RowsSkeleton } from "./skeletons"

type ModalLoadingProps = {
  /** Why there is nothing to show; `null` = it is on its way. */
  error: unknown
  onRetry: () => void
}

/** The inside of a `RouteDrawer` until there is something to put into it. */
export const DrawerLoading = (props: ModalLoadingProps) => (
  <>
    <RouteDrawer.Header>
      {/* A dialog without a name is none for a screen reader. */}
      <RouteDrawer.Title asChild>
        <Heading>…</Heading>
      </RouteDrawer.Title>
    </RouteDrawer.Header>
    <RouteDrawer.Body className="p-0">
      <Loading {...props} />
    </RouteDrawer.Body>
  </>
)

/** The inside of a `RouteFocusModal` until there is something to put into it. */
export const FocusLoading = (props: ModalLoadingProps) => (
  <>
    <RouteFocusModal.Header />
    <RouteFocusModal.Body className="flex flex-col items-center">
      <div className="w-full max-w-[720px] px-4 py-16">
        <RouteFocusModal.Title asChild>
          <Heading>…</Heading>
        </RouteFocusModal.Title>
        <Loading {...props} />
      </div>
    </RouteFocusModal.Body>
  </>
)

const Loading = ({ error, onRetry }: ModalLoadingProps) =>
  error ? <LoadError error={error} onRetry={onRetry} /> : <RowsSkeleton />
