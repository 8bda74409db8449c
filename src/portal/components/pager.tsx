import { Button, Text } from "@medusajs/ui"
import { useSpeech } from "../i18n/language"

/** Goes from page to page of a list that is longer than one. */
export function Pager({
  count,
  offset,
  limit,
  onOffset,
}: {
  count: number
  offset: number
  limit: number
  onOffset: (offset: number) => void
}) {
  const { t } = useSpeech()
  if (count <= limit) return null
  return (
    <div className="border-ui-border-base flex flex-wrap items-center justify-between gap-2 border-t px-4 py-3 sm:px-6">
      <Text size="small" className="text-ui-fg-subtle">
        {t("common.page", {
          from: Math.min(offset + 1, count),
          to: Math.min(offset + limit, count),
          count,
        })}
      </Text>
      <div className="flex gap-2">
        <Button
          variant="secondary"
          disabled={offset === 0}
          onClick={() => onOffset(Math.max(0, offset - limit))}
        >
          {t("common.previous")}
        </Button>
        <Button
          variant="secondary"
          disabled={offset + limit >= count}
          onClick={() => onOffset(offset + limit)}
        >
          {t("common.next")}
        </Button>
      </div>
    </div>
  )
}
