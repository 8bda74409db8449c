import { useTranslation } from "react-i18next"

import { useFormat } from "../../../lib/format"
import type { Figures } from "../../../types"

/** Figures that a chart shows and a table has. */
export const FIGURES = ["revenue", "commission", "orders", "clicks"] as const
export type FigureName = (typeof FIGURES)[number]

/** What figures are called, and how they are written. */
export function useFigures(currencyCode: string) {
  const { t } = useTranslation("affiliate")
  const { money, number } = useFormat()
  const isMoney = (name: FigureName) =>
    name === "revenue" || name === "commission"

  return {
    nameOf: (name: FigureName) => t(`overview.figures.${name}`),
    write: (name: FigureName, figures: Figures) =>
      isMoney(name)
        ? money(figures[name], currencyCode)
        : number(figures[name]),
  }
}
