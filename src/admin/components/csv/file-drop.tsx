import { ArrowDownTray, DocumentText, XMarkMini } from "@medusajs/icons"
import { IconButton, Text, clx, toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"

import { readTextFile } from "../../lib/read-text-file"

export type CsvFile = {
  name: string
  text: string
  /** Lines with something in them, without the header. */
  rows: number
}

type FileDropProps = {
  file: CsvFile | null
  onChange: (file: CsvFile | null) => void
}

/** Takes one CSV file, dropped or chosen. */
export const FileDrop = ({ file, onChange }: FileDropProps) => {
  const { t } = useTranslation("affiliate")
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)

  const take = async (chosen: File | undefined) => {
    if (!chosen) {
      return
    }
    try {
      const text = await readTextFile(chosen)
      onChange({ name: chosen.name, text, rows: rowsOf(text) })
    } catch {
      toast.error(t("csv.unreadable"))
    }
  }

  if (file) {
    return (
      <div className="bg-ui-bg-component shadow-elevation-card-rest flex items-center gap-x-3 rounded-lg px-4 py-3">
        <DocumentText className="text-ui-fg-subtle shrink-0" />
        <div className="min-w-0 flex-1">
          <Text
            size="small"
            leading="compact"
            weight="plus"
            className="truncate"
          >
            {file.name}
          </Text>
          <Text size="small" leading="compact" className="text-ui-fg-subtle">
            {t("csv.rows", { count: file.rows })}
          </Text>
        </div>
        <IconButton
          type="button"
          size="small"
          variant="transparent"
          aria-label={t("csv.remove")}
          onClick={() => onChange(null)}
        >
          <XMarkMini />
        </IconButton>
      </div>
    )
  }

  return (
    <>
      <button
        type="button"
        className={clx(
          "bg-ui-bg-component border-ui-border-strong transition-fg focus-visible:shadow-borders-focus flex w-full flex-col items-center gap-y-1 rounded-lg border border-dashed p-8 outline-none",
          isOver
            ? "border-ui-border-interactive"
            : "hover:border-ui-border-interactive"
        )}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void take(event.dataTransfer.files[0])
        }}
      >
        <span className="txt-compact-small-plus text-ui-fg-base flex items-center gap-x-2">
          <ArrowDownTray />
          {t("csv.drop")}
        </span>
        <span className="txt-small text-ui-fg-muted text-pretty">
          {t("csv.dropHint")}
        </span>
      </button>
      <input
        ref={input}
        hidden
        type="file"
        aria-label={t("csv.choose")}
        accept=".csv,.tsv,.txt,text/csv"
        onChange={({ target }) => {
          void take(target.files?.[0])
          // The same file, mended, may be chosen again.
          target.value = ""
        }}
      />
    </>
  )
}

const rowsOf = (text: string): number =>
  Math.max(text.split(/\r\n|\r|\n/).filter((line) => line.trim()).length - 1, 0)
