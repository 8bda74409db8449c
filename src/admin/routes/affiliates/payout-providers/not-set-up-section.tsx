import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { Section } from "../../../components/section"
import { useDestinationWords } from "../../../lib/destination-words"

/** Providers that come with the plugin and are loaded only where the store's options name them. */
export const SHIPPED = ["stripe-connect", "paypal", "store-credit"] as const

/** A provider that could be set up, and what that takes. */
export const NotSetUpSection = ({ id }: { id: (typeof SHIPPED)[number] }) => {
  const { t } = useTranslation("affiliate")
  const words = useDestinationWords()

  return (
    <Section
      title={words.provider(id)}
      actions={
        <StatusBadge color="grey" className="text-nowrap">
          {t("payoutProviders.notSetUp")}
        </StatusBadge>
      }
    >
      <Text size="small" className="text-ui-fg-subtle text-pretty px-6 py-4">
        {t(`payoutProviders.howTo.${id}`)}
      </Text>
    </Section>
  )
}
