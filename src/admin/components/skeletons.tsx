import { Container, Skeleton } from "@medusajs/ui"

/** Rows of a section while they load. */
export const RowsSkeleton = ({ rows = 3 }: { rows?: number }) => (
  <div aria-hidden className="divide-y">
    {Array.from({ length: rows }, (_, index) => (
      <div key={index} className="flex items-center gap-x-6 px-6 py-4">
        <Skeleton className="h-5 w-1/4" />
        <Skeleton className="h-5 flex-1" />
        <Skeleton className="h-5 w-20" />
      </div>
    ))}
  </div>
)

const SectionSkeleton = ({ rows }: { rows: number }) => (
  <Container className="divide-y p-0">
    <div className="flex items-center justify-between px-6 py-4">
      <Skeleton className="h-7 w-48" />
      <Skeleton className="h-7 w-7" />
    </div>
    <RowsSkeleton rows={rows} />
  </Container>
)

/** A detail page while it loads, in the shape it is going to have. */
export const DetailSkeleton = () => (
  <div
    aria-hidden
    className="flex flex-col gap-x-4 gap-y-3 xl:flex-row xl:items-start"
  >
    <div className="flex w-full flex-col gap-y-3">
      <SectionSkeleton rows={4} />
      <SectionSkeleton rows={3} />
      <SectionSkeleton rows={3} />
    </div>
    <div className="flex w-full flex-col gap-y-3 xl:max-w-[440px]">
      <SectionSkeleton rows={3} />
      <SectionSkeleton rows={2} />
    </div>
  </div>
)
