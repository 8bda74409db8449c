import { CheckMini, XMarkMini } from "@medusajs/icons"
import { useTranslation } from "react-i18next"

import { useFormat } from "../lib/format"
import { useTermsWords } from "../lib/terms-words"
import type { TierFigure } from "../types"

/** What a tier asks beside what was found, requirement by requirement. */
export const TierFigures = ({ figures }: { figures: TierFigure[] }) => {
  const { t } = useTranslation("affiliate")
  const { money, number } = useFormat()
  const words = useTermsWords()

  return (
    <ul className="flex flex-col">
      {figures.map((figure, index) => {
        const { currency_code, found, met } = figure
        return (
          <li
            key={index}
            className="txt-small text-ui-fg-subtle flex items-start gap-x-1"
          >
            {met ? (
              <CheckMini className="text-ui-tag-green-icon mt-0.5 shrink-0" />
            ) : (
              <XMarkMini className="text-ui-tag-red-icon mt-0.5 shrink-0" />
            )}
            <span className="min-w-0 text-pretty break-words">
              {t("programs.tierReview.found", {
                requirement: words.requirement({
                  ...figure,
                  currency_code: currency_code ?? undefined,
                }),
                found: currency_code
                  ? money(found, currency_code)
                  : number(found),
              })}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
