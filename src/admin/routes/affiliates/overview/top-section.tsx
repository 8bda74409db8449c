import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { Section, SectionEmpty } from "../../../components/section"
import { TextLink } from "../../../components/text-link"
import { paths } from "../../../lib/paths"
import type { Stats } from "../../../types"
import { FIGURES, useFigures } from "./use-figures"

/** The affiliates who brought most, greatest first. */
export const TopSection = ({ stats }: { stats: Stats }) => {
  const { t } = useTranslation("affiliate")
  const { nameOf, write } = useFigures(stats.currency_code)

  return (
    <Section title={t("overview.top.title")}>
      {stats.top_affiliates.length === 0 ? (
        <SectionEmpty>{t("overview.top.empty")}</SectionEmpty>
      ) : (
        <div className="overflow-x-auto rounded-b-lg">
          <Table>
            <Table.Header className="border-t-0">
              <Table.Row>
                <Table.HeaderCell>
                  {t("overview.top.affiliate")}
                </Table.HeaderCell>
                {FIGURES.map((figure) => (
                  <Table.HeaderCell key={figure} className="text-right">
                    {nameOf(figure)}
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Header>
            <Table.Body className="border-b-0 [&_tr:last-child]:border-b-0">
              {stats.top_affiliates.map(({ affiliate, ...figures }) => (
                <Table.Row key={affiliate.id}>
                  <Table.Cell className="max-w-60 truncate">
                    <TextLink to={paths.affiliate(affiliate.id)}>
                      {affiliate.name}
                    </TextLink>
                  </Table.Cell>
                  {FIGURES.map((figure) => (
                    <Table.Cell
                      key={figure}
                      className="whitespace-nowrap text-right tabular-nums"
                    >
                      {write(figure, figures)}
                    </Table.Cell>
                  ))}
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
    </Section>
  )
}
