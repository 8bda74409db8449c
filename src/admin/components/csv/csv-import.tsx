import { RouteFocusModal } from "@medusajs/dashboard/components"
import { ArrowDownTray } from "@medusajs/icons"
import { Badge, Button, Heading, Label, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { download } from "../../lib/download"
import { CsvRefused } from "../../lib/post-csv"
import { useErrorToast } from "../use-error-toast"
import type { CsvFile } from "./file-drop"
import { FileDrop } from "./file-drop"
import { RefusedLines } from "./refused-lines"

export type CsvColumn = { name: string; hint: string; required?: boolean }

type CsvImportProps<TAnswer> = {
  title: string
  description: string
  columns: CsvColumn[]
  /** Name of the template, without its ending. */
  fileName: string
  submitText: (rows: number) => string
  send: (csv: string) => Promise<TAnswer>
  isPending: boolean
  onDone: (answer: TAnswer) => void
}

/** The inside of a `RouteFocusModal` that takes a CSV: all of it, or nothing with what is wrong line by line. */
export const CsvImport = <TAnswer,>({
  title,
  description,
  columns,
  fileName,
  submitText,
  send,
  isPending,
  onDone,
}: CsvImportProps<TAnswer>) => {
  const { t } = useTranslation("affiliate")
  const showError = useErrorToast()
  const [file, setFile] = useState<CsvFile | null>(null)
  const [refused, setRefused] = useState<CsvRefused | null>(null)

  const submit = async () => {
    if (!file) {
      return
    }
    try {
      onDone(await send(file.text))
    } catch (error) {
      if (error instanceof CsvRefused) {
        setRefused(error)
      } else {
        showError(error)
      }
    }
  }

  return (
    <>
      <RouteFocusModal.Header />
      <RouteFocusModal.Body className="flex size-full flex-col items-center overflow-y-auto">
        <div className="flex w-full max-w-[720px] flex-col gap-y-8 px-4 py-16">
          <div>
            <RouteFocusModal.Title asChild>
              <Heading>{title}</Heading>
            </RouteFocusModal.Title>
            <RouteFocusModal.Description asChild>
              <Text size="small" className="text-ui-fg-subtle text-pretty">
                {description}
              </Text>
            </RouteFocusModal.Description>
          </div>
          <FileDrop
            file={file}
            onChange={(chosen) => {
              setFile(chosen)
              setRefused(null)
            }}
          />
          {refused && <RefusedLines refused={refused} />}
          <Columns columns={columns} fileName={fileName} />
        </div>
      </RouteFocusModal.Body>
      <RouteFocusModal.Footer>
        <RouteFocusModal.Close asChild>
          <Button size="small" variant="secondary" type="button">
            {t("common.actions.cancel")}
          </Button>
        </RouteFocusModal.Close>
        <Button
          size="small"
          disabled={!file?.rows || refused !== null}
          isLoading={isPending}
          onClick={submit}
        >
          {submitText(file?.rows ?? 0)}
        </Button>
      </RouteFocusModal.Footer>
    </>
  )
}

/** What a file may say, and an empty one to begin with. */
const Columns = ({
  columns,
  fileName,
}: Pick<CsvImportProps<unknown>, "columns" | "fileName">) => {
  const { t } = useTranslation("affiliate")
  const template = () =>
    download(
      new Blob([`${columns.map(({ name }) => name).join(",")}\r\n`], {
        type: "text/csv",
      }),
      `${fileName}.csv`
    )

  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex items-center justify-between gap-x-4">
        <Label weight="plus">{t("csv.columns")}</Label>
        <Button
          type="button"
          size="small"
          variant="transparent"
          onClick={template}
        >
          <ArrowDownTray />
          {t("csv.template")}
        </Button>
      </div>
      <dl className="shadow-elevation-card-rest bg-ui-bg-component divide-y rounded-lg">
        {columns.map(({ name, hint, required }) => (
          <div
            key={name}
            className="flex flex-col gap-x-4 gap-y-1 px-4 py-2.5 sm:flex-row sm:items-baseline"
          >
            <dt className="flex shrink-0 items-center gap-x-2 sm:w-56">
              <code className="text-ui-fg-base font-mono text-xs">{name}</code>
              {required && (
                <Badge size="2xsmall" color="orange">
                  {t("csv.required")}
                </Badge>
              )}
            </dt>
            <dd className="txt-small text-ui-fg-subtle text-pretty">{hint}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
