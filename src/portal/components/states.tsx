import { Button, Heading, Skeleton, Text } from "@medusajs/ui"
import type { UseQueryResult } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { useSpeech } from "../i18n/language"
import { useErrorWords } from "../hooks/error-words"

/** Nothing there yet, and what to do about it. */
export function Empty({
  title,
  text,
  action,
}: {
  title: string
  text?: string
  action?: ReactNode
}) {
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-10 text-center">
      <div className="max-w-md">
        <Heading level="h2">{title}</Heading>
        {text && <Text className="text-ui-fg-subtle mt-1">{text}</Text>}
      </div>
      {action}
    </div>
  )
}

export function Rows({ count = 4 }: { count?: number }) {
  const { t } = useSpeech()
  return (
    <div
      role="status"
      aria-label={t("common.loading")}
      className="flex flex-col gap-3 px-4 py-4 sm:px-6"
    >
      {Array.from({ length: count }, (_, at) => (
        <Skeleton key={at} className="h-10 w-full" />
      ))}
    </div>
  )
}

export function Failed({
  error,
  retry,
}: {
  error: unknown
  retry: () => void
}) {
  const { t } = useSpeech()
  const words = useErrorWords()
  return (
    <div
      role="alert"
      className="flex flex-col items-center gap-3 px-4 py-10 text-center"
    >
      <div className="max-w-md">
        <Heading level="h2">{t("common.failed")}</Heading>
        <Text className="text-ui-fg-subtle mt-1">{words(error)}</Text>
      </div>
      <Button variant="secondary" onClick={retry}>
        {t("common.retry")}
      </Button>
    </div>
  )
}

/** What a question was answered, or that it still is, or why it was not. */
export function Answered<Answer>({
  query,
  children,
  waiting = <Rows />,
}: {
  query: UseQueryResult<Answer>
  children: (answer: Answer) => ReactNode
  waiting?: ReactNode
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError)
    return <Failed error={query.error} retry={() => void query.refetch()} />
  return <>{waiting}</>
}
