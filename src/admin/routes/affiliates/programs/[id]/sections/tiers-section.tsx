import { ActionMenu } from "@medusajs/dashboard/components"
import { PencilSquare, Trash, Users } from "@medusajs/icons"
import { Badge, Button, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { Money } from "../../../../../components/money"
import { Section, SectionEmpty } from "../../../../../components/section"
import { useAct } from "../../../../../hooks/act"
import { useDeleteTier } from "../../../../../hooks/tiers"
import { paths } from "../../../../../lib/paths"
import { useTermsWords } from "../../../../../lib/terms-words"
import type { ProgramDetail, Tier } from "../../../../../types"

/** The program's tiers, the lowest rank first. */
export const TiersSection = ({ program }: { program: ProgramDetail }) => {
  const { t } = useTranslation("affiliate")
  const tiers = program.tiers.toSorted((a, b) => a.rank - b.rank)

  return (
    <Section
      title={t("programs.tiers.title")}
      description={t("programs.tiers.description")}
      actions={
        <>
          {tiers.some(({ auto }) => auto) && (
            <Button size="small" variant="secondary" asChild>
              <Link to="tiers/review">{t("programs.tiers.review")}</Link>
            </Button>
          )}
          <Button size="small" variant="secondary" asChild>
            <Link to="tiers/create">{t("programs.tiers.add")}</Link>
          </Button>
        </>
      }
    >
      {tiers.length === 0 ? (
        <SectionEmpty>{t("programs.tiers.empty")}</SectionEmpty>
      ) : (
        <div className="overflow-x-auto rounded-b-lg">
          <Table>
            <Table.Header className="border-t-0">
              <Table.Row>
                <Table.HeaderCell>{t("programs.tiers.name")}</Table.HeaderCell>
                <Table.HeaderCell>{t("programs.tiers.rate")}</Table.HeaderCell>
                <Table.HeaderCell className="whitespace-nowrap">
                  {t("programs.tiers.minimum")}
                </Table.HeaderCell>
                <Table.HeaderCell>
                  {t("programs.tiers.assignment")}
                </Table.HeaderCell>
                <Table.HeaderCell />
              </Table.Row>
            </Table.Header>
            <Table.Body className="border-b-0 [&_tr:last-child]:border-b-0">
              {tiers.map((tier) => (
                <TierRow key={tier.id} tier={tier} program={program} />
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
    </Section>
  )
}

const TierRow = ({ tier, program }: { tier: Tier; program: ProgramDetail }) => {
  const { t } = useTranslation("affiliate")
  const words = useTermsWords()
  const remove = useRemove(tier)
  const asProgram = (
    <span className="text-ui-fg-muted whitespace-nowrap">
      {t("programs.tiers.asProgram")}
    </span>
  )

  return (
    <Table.Row>
      <Table.Cell className="py-2">
        <span className="flex items-center gap-x-2 py-1">
          <Badge size="2xsmall" rounded="full">
            {tier.rank}
          </Badge>
          <span className="text-ui-fg-base max-w-56 truncate" title={tier.name}>
            {tier.name}
          </span>
        </span>
        {tier.features.length > 0 && (
          <ul
            className="max-w-64 pb-1"
            aria-label={t("programs.tiers.benefits")}
          >
            {tier.features.map((feature) => (
              <li
                key={feature}
                className="txt-small text-ui-fg-muted whitespace-normal break-words"
              >
                {feature}
              </li>
            ))}
          </ul>
        )}
      </Table.Cell>
      <Table.Cell>
        {tier.commission_value === null
          ? asProgram
          : words.tierRate(program.commission_type, tier.commission_value)}
      </Table.Cell>
      <Table.Cell className="py-2">
        {tier.minimum_payouts.length ? (
          <div className="flex flex-col">
            {tier.minimum_payouts.map(({ currency_code, amount }) => (
              <Money
                key={currency_code}
                amount={amount}
                currencyCode={currency_code}
              />
            ))}
          </div>
        ) : (
          asProgram
        )}
      </Table.Cell>
      <Table.Cell className="max-w-72 py-2">
        <div className="flex flex-col gap-y-0.5">
          <span>
            {tier.auto ? t("programs.tiers.auto") : t("programs.tiers.manual")}
          </span>
          {tier.auto && tier.requirements.length === 0 && (
            <Text size="xsmall" className="text-ui-fg-muted">
              {t("programs.tiers.everybody")}
            </Text>
          )}
          {tier.requirements.map((requirement, index) => (
            <Text key={index} size="xsmall" className="text-ui-fg-muted">
              {words.requirement(requirement)}
            </Text>
          ))}
        </div>
      </Table.Cell>
      <Table.Cell className="w-12">
        <ActionMenu
          groups={[
            {
              actions: [
                {
                  icon: <PencilSquare />,
                  label: t("common.actions.edit"),
                  to: `tiers/${tier.id}`,
                },
                {
                  icon: <Users />,
                  label: t("programs.tiers.showAffiliates"),
                  to: paths.affiliatesOfTier(tier.id),
                },
              ],
            },
            {
              actions: [
                {
                  icon: <Trash />,
                  label: t("common.actions.delete"),
                  onClick: remove,
                },
              ],
            },
          ]}
        />
      </Table.Cell>
    </Table.Row>
  )
}

function useRemove({ id, name }: Tier) {
  const { t } = useTranslation("affiliate")
  const act = useAct()
  const { mutateAsync } = useDeleteTier()

  return () =>
    act({
      ask: {
        title: t("programs.tier.deleteTitle", { name }),
        description: t("programs.tier.deleteDescription"),
        confirmText: t("common.actions.delete"),
      },
      change: () => mutateAsync(id),
      done: t("programs.tier.deleteDone", { name }),
    })
}
