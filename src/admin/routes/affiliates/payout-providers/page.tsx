import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { Crumb } from "../../../components/crumb"
import { LoadError } from "../../../components/load-error"
import { DetailSkeleton } from "../../../components/skeletons"
import { usePayoutProviders } from "../../../hooks/payout-providers"
import { NoticesTable } from "./notices-table"
import { ProviderSection } from "./provider-section"
import { NotSetUpSection, SHIPPED } from "./not-set-up-section"

/** How money can reach affiliates, whether it works, and what the providers have said. */
const PayoutProvidersPage = () => {
  const { t } = useTranslation("affiliate")
  const { providers, error, refetch } = usePayoutProviders()

  if (error && !providers) {
    return (
      <Container className="p-0">
        <LoadError error={error} onRetry={refetch} />
      </Container>
    )
  }
  if (!providers) {
    return <DetailSkeleton />
  }
  const missing = SHIPPED.filter((id) =>
    providers.every((provider) => provider.id !== id)
  )

  return (
    <div className="flex flex-col gap-y-3">
      <Container className="px-6 py-4">
        <Heading>{t("payoutProviders.heading")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("payoutProviders.subheading")}
        </Text>
      </Container>
      {providers.map((provider) => (
        <ProviderSection key={provider.id} provider={provider} />
      ))}
      {missing.map((id) => (
        <NotSetUpSection key={id} id={id} />
      ))}
      <NoticesTable />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "nav.payoutProviders",
  translationNs: "affiliate",
  rank: 9,
})

export const handle = { breadcrumb: () => <Crumb k="nav.payoutProviders" /> }

export default PayoutProvidersPage
