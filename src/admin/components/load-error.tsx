import { FetchError } from "@medusajs/js-sdk"
import { ExclamationCircle } from "@medusajs/icons"
import { Button, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type LoadErrorProps = {
  error: unknown
  onRetry: () => void
  className?: string
}

/** Says what could not be loaded and why, and offers to try again. */
export const LoadError = ({ error, onRetry, className }: LoadErrorProps) => {
  const { t } = useTranslation("affiliate")
  const missing = error instanceof FetchError && error.status === 404

  return (
    <div
      role="alert"
      className={clx(
        "flex flex-col items-center justify-center gap-y-3 px-6 py-10 text-center",
        className
      )}
    >
      <ExclamationCircle className="text-ui-fg-subtle" />
      <div className="flex flex-col items-center gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {missing ? t("common.error.notFoundTitle") : t("common.error.title")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle max-w-md break-words">
          {missing
            ? t("common.error.notFoundDescription")
            : error instanceof FetchError
              ? t("common.error.description", { message: error.message })
              : t("common.error.unknown")}
        </Text>
      </div>
      {!missing && (
        <Button size="small" variant="secondary" onClick={onRetry}>
          {t("common.actions.retry")}
        </Button>
      )}
    </div>
  )
}
