import { ExclamationCircleSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { CsvRefused } from "../../lib/post-csv"

/** Why nothing was done with a file: line by line, or of the file as a whole. */
export const RefusedLines = ({ refused }: { refused: CsvRefused }) => {
  const { t } = useTranslation("affiliate")
  const { lines, message } = refused

  return (
    <div
      role="alert"
      className="shadow-elevation-card-rest bg-ui-bg-component overflow-hidden rounded-lg"
    >
      <div className="flex gap-x-3 px-4 py-3">
        <ExclamationCircleSolid className="text-ui-fg-error mt-0.5 shrink-0" />
        <div className="min-w-0">
          <Text size="small" weight="plus">
            {t("csv.refused")}
          </Text>
          <Text size="small" className="text-ui-fg-subtle break-words">
            {lines.length
              ? t("csv.refusedLines", { count: lines.length })
              : message}
          </Text>
        </div>
      </div>
      {lines.length > 0 && (
        <ol className="max-h-80 divide-y overflow-y-auto border-t">
          {lines.map(({ line, message: problem }, index) => (
            <li key={index} className="txt-small flex gap-x-4 px-4 py-2">
              <span className="text-ui-fg-base w-20 shrink-0 tabular-nums">
                {t("csv.line", { line })}
              </span>
              <span className="text-ui-fg-subtle min-w-0 break-words">
                {problem}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
