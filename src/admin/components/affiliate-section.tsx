import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { Section } from "./section"
import { paths } from "../lib/paths"
import type { AffiliateRef } from "../types"

/** Whose money it is. */
export const AffiliateSection = ({
  affiliate,
}: {
  affiliate: AffiliateRef
}) => {
  const { t } = useTranslation("affiliate")

  return (
    <Section title={t("commissions.fields.affiliate")}>
      <div className="flex flex-col gap-y-0.5 px-6 py-4">
        <Text
          size="small"
          leading="compact"
          weight="plus"
          className="break-words"
        >
          <Link
            to={paths.affiliate(affiliate.id)}
            className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover transition-fg"
          >
            {affiliate.name}
          </Link>
        </Text>
        <Text
          size="small"
          leading="compact"
          className="text-ui-fg-subtle break-all"
        >
          {affiliate.email}
        </Text>
      </div>
    </Section>
  )
}
