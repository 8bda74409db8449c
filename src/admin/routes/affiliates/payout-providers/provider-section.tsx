import { Alert, Button, Copy, StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { Section } from "../../../components/section"
import { SectionRow } from "../../../components/section-row"
import { useErrorToast } from "../../../components/use-error-toast"
import { useCheckPayoutProvider } from "../../../hooks/payout-providers"
import { useDestinationWords } from "../../../lib/destination-words"
import type { PayoutProvider } from "../../../types"

/** A provider that is set up: what it does, where its webhooks go, and a try of the store's keys. */
export const ProviderSection = ({ provider }: { provider: PayoutProvider }) => {
  const { t } = useTranslation("affiliate")
  const words = useDestinationWords()
  const showError = useErrorToast()
  const { mutate, data, isPending } = useCheckPayoutProvider(provider.id)
  const { transferred_by, webhook_url } = provider
  const abilities = [
    provider.has_onboarding && t("payoutProviders.ability.onboarding"),
    provider.can_reverse && t("payoutProviders.ability.reverse"),
    provider.can_recall && t("payoutProviders.ability.recall"),
  ].filter((ability): ability is string => !!ability)

  return (
    <Section
      title={words.provider(provider.id)}
      description={t(`payoutProviders.transferredBy.${transferred_by}`)}
      actions={
        <>
          <StatusBadge color="green" className="text-nowrap">
            {t("payoutProviders.setUp")}
          </StatusBadge>
          {provider.can_check && (
            <Button
              size="small"
              variant="secondary"
              isLoading={isPending}
              aria-label={t("payoutProviders.test.actionFor", {
                provider: words.provider(provider.id),
              })}
              onClick={() => mutate(undefined, { onError: showError })}
            >
              {t("payoutProviders.test.action")}
            </Button>
          )}
        </>
      }
    >
      {data && (
        <div className="px-6 py-4">
          <Alert variant={data.check.ok ? "success" : "error"}>
            <span className="flex min-w-0 flex-col gap-y-1">
              <span className="txt-compact-small-plus">
                {data.check.ok
                  ? t("payoutProviders.test.works")
                  : t("payoutProviders.test.fails")}
              </span>
              <span className="break-words">{data.check.message}</span>
              {Object.entries(data.check.facts).map(([name, value]) => (
                <span key={name} className="break-words">
                  {`${name.replaceAll("_", " ")}: ${value}`}
                </span>
              ))}
            </span>
          </Alert>
        </div>
      )}
      <SectionRow
        title={t("payoutProviders.fields.id")}
        value={<code className="txt-compact-small">{provider.id}</code>}
      />
      {abilities.length > 0 && (
        <SectionRow
          title={t("payoutProviders.fields.abilities")}
          value={abilities.join(" · ")}
        />
      )}
      {webhook_url && (
        <SectionRow
          title={t("payoutProviders.fields.webhook")}
          value={
            <span className="flex min-w-0 items-center gap-x-2">
              <code className="txt-compact-small min-w-0 break-all">
                {webhook_url}
              </code>
              <Copy
                content={webhook_url}
                className="text-ui-fg-muted"
                aria-label={t("payoutProviders.copyWebhook")}
              />
            </span>
          }
        />
      )}
    </Section>
  )
}
