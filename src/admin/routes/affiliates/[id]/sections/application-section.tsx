import { useTranslation } from "react-i18next"

import { AnswerList } from "../../../../components/answer-list"
import { Section } from "../../../../components/section"
import { useProgram } from "../../../../hooks/programs"
import { toAnswerRows } from "../../../../lib/answer-words"
import { useFormat } from "../../../../lib/format"
import type { AffiliateDetail } from "../../../../types"

/** What the affiliate wrote when it applied; nothing for those the merchant made. */
export const ApplicationSection = ({
  affiliate: { answers, agreement_version, agreement_accepted_at, program },
}: {
  affiliate: AffiliateDetail
}) => {
  const { t } = useTranslation("affiliate")
  const { dateTime, number } = useFormat()
  const { program: asking } = useProgram(program.id, { enabled: !!answers })
  const rows = toAnswerRows(answers, asking?.form_fields, number)
  if (agreement_version && agreement_accepted_at) {
    rows.push({
      key: "agreement",
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
      <AnswerList rows={rows} />
    </Section>
  )
}
