import { useTranslation } from "react-i18next"

import { Section } from "../../../../components/section"
import { TraceSteps } from "../../../../components/trace-steps"
import type { CommissionDetail } from "../../../../types"

/** Why this affiliate was credited, step by step. */
export const TraceSection = ({
  commission: { conversion },
}: {
  commission: CommissionDetail
}) => {
  const { t } = useTranslation("affiliate")

  if (!conversion?.trace.length) {
    return null
  }
  return (
    <Section title={t("commissions.trace.title")}>
      <TraceSteps trace={conversion.trace} />
    </Section>
  )
}
