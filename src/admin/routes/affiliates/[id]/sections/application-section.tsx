import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { Section } from "../../../../components/section"
import { useFormat } from "../../../../lib/format"
import type { AffiliateDetail } from "../../../../types"

/** What the affiliate wrote when it applied; nothing for those the merchant made. */
export const ApplicationSection = ({
  affiliate: { answers, agreement_version, agreement_accepted_at },
}: {
  affiliate: AffiliateDetail
}) => {
  const { t } = useTranslation("affiliate")
  const { dateTime } = useFormat()
  const rows = Object.entries(answers ?? {}).map(([question, answer]) => ({
    question: toWords(question),
    answer: toText(answer),
  }))
  if (agreement_version && agreement_accepted_at) {
    rows.push({
      question: t("affiliates.application.agreement"),
      answer: t("affiliates.application.accepted", {
        version: agreement_version,
        date: dateTime(agreement_accepted_at),
      }),
    })
  }
  if (!rows.length) {
    return null
  }

  return (
    <Section title={t("affiliates.application.title")}>
      {rows.map(({ question, answer }) => (
        <div key={question} className="flex flex-col gap-y-1 px-6 py-4">
          <Text
            size="small"
            leading="compact"
            weight="plus"
            className="text-ui-fg-subtle break-words"
          >
            {question}
          </Text>
          <Text
            size="small"
            className="text-ui-fg-base whitespace-pre-line break-words"
          >
            {answer}
          </Text>
        </div>
      ))}
    </Section>
  )
}

/** `audience_size` → `Audience size`: forms name their fields for machines. */
function toWords(name: string): string {
  const words = name.replace(/[_-]+/g, " ").trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A form of the store's own may send anything that is JSON. */
function toText(answer: unknown): string {
  if (Array.isArray(answer)) {
    return answer.map(toText).join(", ")
  }
  return typeof answer === "object" && answer !== null
    ? JSON.stringify(answer)
    : String(answer ?? "–")
}
