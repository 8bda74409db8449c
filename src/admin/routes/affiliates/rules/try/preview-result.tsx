import { Table, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { Money } from "../../../../components/money"
import { addAmounts } from "../../../../lib/amounts"
import { useFormat } from "../../../../lib/format"
import type {
  PricedLine,
  PricedOrder,
  RulePreview,
  TraceFacts,
} from "../../../../types"
import { usePreviewWords } from "./use-preview-words"

type PreviewResultProps = {
  preview: RulePreview
  /** The rule that was tried, where it is a version of one that exists. */
  ruleId?: string
}

/** What an order brings now and what it would bring, line by line, with the reasons. */
export const PreviewResult = ({
  preview: { current, preview, currency_code },
  ruleId,
}: PreviewResultProps) => {
  const { t } = useTranslation("affiliate")
  const words = usePreviewWords(ruleId)
  const now = new Map(current.lines.map((line) => [line.order_line_id, line]))
  const whole = words.wholeOrder(preview.trace)

  return (
    <div className="flex flex-col gap-y-4">
      <Totals
        current={current}
        preview={preview}
        currencyCode={currency_code}
      />
      {preview.lines.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle">
          {t("rules.try.noLines")}
        </Text>
      ) : (
        <div className="shadow-elevation-card-rest overflow-x-auto rounded-lg">
          <Table>
            <Table.Header className="border-t-0">
              <Table.Row>
                <Table.HeaderCell>{t("rules.try.item")}</Table.HeaderCell>
                <Table.HeaderCell className="text-right">
                  {t("rules.try.base")}
                </Table.HeaderCell>
                <Table.HeaderCell className="text-right">
                  {t("rules.try.now")}
                </Table.HeaderCell>
                <Table.HeaderCell className="text-right">
                  {t("rules.try.then")}
                </Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body className="border-b-0 [&_tr:last-child]:border-b-0">
              {preview.lines.map((line) => (
                <LineRow
                  key={line.order_line_id}
                  before={now.get(line.order_line_id)}
                  after={line}
                  currencyCode={currency_code}
                  ruleId={ruleId}
                  refusals={words.refusals(
                    lineFacts(preview, line.order_line_id)
                  )}
                />
              ))}
              <UpperLevels
                current={current}
                preview={preview}
                currencyCode={currency_code}
              />
            </Table.Body>
          </Table>
        </div>
      )}
      {whole.length > 0 && (
        <div className="flex flex-col gap-y-1">
          <Text size="small" weight="plus">
            {t("rules.try.wholeOrder")}
          </Text>
          {whole.map((sentence, index) => (
            <Text
              key={index}
              size="small"
              className="text-ui-fg-subtle text-pretty break-words"
            >
              {sentence}
            </Text>
          ))}
        </div>
      )}
    </div>
  )
}

/** What the totals have beyond the items: who stands above the credited affiliate earns it. */
const UpperLevels = ({ current, preview, currencyCode }: TotalsProps) => {
  const { t } = useTranslation("affiliate")
  const [now, then] = [current, preview].map(({ commission_total, lines }) =>
    addAmounts(
      [commission_total, ...lines.map(({ amount }) => -amount)],
      currencyCode
    )
  )
  if (!now && !then) {
    return null
  }
  return (
    <Table.Row>
      <Table.Cell className="text-ui-fg-base">
        {t("programs.levels.title")}
      </Table.Cell>
      <Table.Cell />
      <Table.Cell className="text-right">
        <Money amount={now} currencyCode={currencyCode} />
      </Table.Cell>
      <Table.Cell className="text-right">
        <Money amount={then} currencyCode={currencyCode} />
      </Table.Cell>
    </Table.Row>
  )
}

type TotalsProps = {
  current: PricedOrder
  preview: PricedOrder
  currencyCode: string
}

const Totals = ({ current, preview, currencyCode }: TotalsProps) => {
  const { t } = useTranslation("affiliate")
  const { money } = useFormat()
  const difference = addAmounts(
    [preview.commission_total, -current.commission_total],
    currencyCode
  )
  const figures = [
    {
      label: t("rules.try.totalNow"),
      value: money(current.commission_total, currencyCode),
    },
    {
      label: t("rules.try.totalThen"),
      value: money(preview.commission_total, currencyCode),
    },
    {
      label: t("rules.try.difference"),
      value:
        difference === 0
          ? t("rules.try.same")
          : `${difference > 0 ? "+" : ""}${money(difference, currencyCode)}`,
    },
  ]
  return (
    <dl className="bg-ui-bg-component shadow-elevation-card-rest grid grid-cols-1 gap-4 rounded-lg p-4 sm:grid-cols-3">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt className="txt-compact-small text-ui-fg-subtle">{label}</dt>
          <dd className="txt-compact-medium-plus text-ui-fg-base mt-1 tabular-nums">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

type LineRowProps = {
  before: PricedLine | undefined
  after: PricedLine
  currencyCode: string
  ruleId?: string
  refusals: string[]
}

const LineRow = ({
  before,
  after,
  currencyCode,
  ruleId,
  refusals,
}: LineRowProps) => {
  const { number } = useFormat()
  const words = usePreviewWords(ruleId)
  const changed = before?.amount !== after.amount
  // What is excluded counts for nothing; what it would count for says more.
  const base = Math.max(before?.base ?? 0, after.base)

  return (
    <Table.Row className="align-top [&>td]:py-3">
      <Table.Cell className="min-w-56 max-w-80 whitespace-normal">
        <span className="text-ui-fg-base break-words">
          {number(after.quantity)} × {after.title}
        </span>
        {refusals.map((sentence, index) => (
          <Text
            key={index}
            size="xsmall"
            className="text-ui-fg-muted text-pretty break-words"
          >
            {sentence}
          </Text>
        ))}
      </Table.Cell>
      <Table.Cell className="text-right">
        <Money amount={base} currencyCode={currencyCode} />
      </Table.Cell>
      <Priced
        line={before}
        by={before ? words.currentBy(before) : ""}
        currencyCode={currencyCode}
      />
      <Priced
        line={after}
        by={words.previewBy(after)}
        currencyCode={currencyCode}
        emphasized={changed}
      />
    </Table.Row>
  )
}

type PricedProps = {
  line: PricedLine | undefined
  by: string
  currencyCode: string
  emphasized?: boolean
}

const Priced = ({ line, by, currencyCode, emphasized }: PricedProps) => (
  <Table.Cell className="max-w-44 whitespace-normal text-right">
    {line ? (
      <>
        <Money
          amount={line.amount}
          currencyCode={currencyCode}
          className={clx(emphasized && "text-ui-fg-base font-medium")}
        />
        <Text size="xsmall" className="text-ui-fg-muted break-words">
          {by}
        </Text>
      </>
    ) : (
      "–"
    )}
  </Table.Cell>
)

function lineFacts({ trace }: PricedOrder, orderLineId: string) {
  return trace
    .flatMap(({ facts }) => facts ?? [])
    .find(
      (facts): facts is Extract<TraceFacts, { kind: "rule_line" }> =>
        facts.kind === "rule_line" && facts.order_line_id === orderLineId
    )
}
