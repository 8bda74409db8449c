import { ActionMenu } from "@medusajs/dashboard/components"
import { PencilSquare } from "@medusajs/icons"
import { Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { Section } from "../../../../components/section"
import { useRunningContract } from "../../../../hooks/contracts"
import { useProgram } from "../../../../hooks/programs"
import { useFormat } from "../../../../lib/format"
import { paths } from "../../../../lib/paths"
import { useTermsWords } from "../../../../lib/terms-words"
import type { AffiliateDetail, ProgramDetail } from "../../../../types"

/** The terms that apply to the affiliate's next order, and where they come from. */
export const TermsSection = ({ affiliate }: { affiliate: AffiliateDetail }) => {
  const { t } = useTranslation("affiliate")
  const { program } = useProgram(affiliate.program.id)
  const rate = useRate(affiliate, program)
  const trailing = useTrailing(affiliate, program)

  return (
    <Section
      title={t("affiliates.terms.title")}
      actions={
        !affiliate.erased_at && (
          <ActionMenu
            groups={[
              {
                actions: [
                  {
                    icon: <PencilSquare />,
                    label: t("common.actions.edit"),
                    to: "edit",
                  },
                ],
              },
            ]}
          />
        )
      }
    >
      <Row
        label={t("affiliates.fields.program")}
        value={
          <Link
            to={paths.program(affiliate.program.id)}
            className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
          >
            {affiliate.program.name}
          </Link>
        }
      />
      <Row
        label={t("affiliates.fields.tier")}
        value={affiliate.tier?.name ?? t("affiliates.noTier")}
      />
      <Row
        label={t("affiliates.fields.commission")}
        value={rate?.words}
        source={rate?.source}
      />
      <Row
        label={t("affiliates.fields.trailing")}
        value={trailing?.words}
        source={trailing?.source}
      />
    </Section>
  )
}

type RowProps = { label: string; value?: ReactNode; source?: string }

const Row = ({ label, value, source }: RowProps) => (
  <div className="text-ui-fg-subtle grid grid-cols-2 gap-4 px-6 py-4">
    <Text size="small" leading="compact" weight="plus">
      {label}
    </Text>
    <div className="min-w-0">
      {value === undefined ? (
        <Skeleton className="h-5 w-24" />
      ) : (
        <div className="txt-compact-small text-pretty break-words">{value}</div>
      )}
      {source && (
        <Text size="xsmall" className="text-ui-fg-muted break-words">
          {source}
        </Text>
      )}
    </div>
  </div>
)

/** A contract goes before the affiliate's own percentage, that before the tier's value and the program's. */
function useRate(affiliate: AffiliateDetail, program?: ProgramDetail) {
  const { t } = useTranslation("affiliate")
  const { percent } = useFormat()
  const words = useTermsWords()
  const contract = useRunningContract(affiliate.id)

  if (contract) {
    return {
      words: percent(contract.revenue_split),
      source: t("contracts.source", { title: contract.title }),
    }
  }
  if (affiliate.commission_percent !== null) {
    return {
      words: percent(affiliate.commission_percent),
      source: t("affiliates.terms.own"),
    }
  }
  if (!program) {
    return null
  }
  const tier = program.tiers.find(({ id }) => id === affiliate.tier?.id)
  return tier && tier.commission_value !== null
    ? {
        words: words.tierRate(program.commission_type, tier.commission_value),
        source: t("affiliates.terms.fromTier", { name: tier.name }),
      }
    : {
        words: words.rateShort(program),
        source: t("affiliates.terms.fromProgram"),
      }
}

function useTrailing(affiliate: AffiliateDetail, program?: ProgramDetail) {
  const { t } = useTranslation("affiliate")
  const own = affiliate.trailing_months !== null
  if (!own && !program) {
    return null
  }
  const months = affiliate.trailing_months ?? program?.trailing_months ?? null
  return {
    words:
      months === null
        ? t("affiliates.trailing.forever")
        : months === 0
          ? t("affiliates.trailing.firstShort")
          : t("affiliates.trailing.monthsShort", { count: months }),
    source: own ? t("affiliates.terms.own") : t("affiliates.terms.fromProgram"),
  }
}
