import type { Action } from "@medusajs/dashboard/components"
import { ActionMenu } from "@medusajs/dashboard/components"
import { ArrowPath, PencilSquare } from "@medusajs/icons"
import { Badge, Button, StatusBadge, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { SectionRow } from "../../../../components/section-row"
import { Section, SectionEmpty } from "../../../../components/section"
import { useErrorToast } from "../../../../components/use-error-toast"
import { useRefreshPayoutMethod } from "../../../../hooks/affiliates"
import { usePayoutProviders } from "../../../../hooks/payout-providers"
import { useDestinationWords } from "../../../../lib/destination-words"
import { useFormat } from "../../../../lib/format"
import type { AffiliateDetail } from "../../../../types"
import { useEndCoolOff } from "./use-end-cool-off"

/** Where the affiliate's money goes, as far as it may be shown, and whether it can go there. */
export const PayoutMethodSection = ({
  affiliate: { id, payout_method: method, erased_at },
}: {
  affiliate: AffiliateDetail
}) => {
  const { t } = useTranslation("affiliate")
  const words = useDestinationWords()
  const { dateTime } = useFormat()
  const refresh = useRefresh(id, method?.provider)
  const coolOff = useEndCoolOff(id, !!method?.cool_off_until)

  if (!method) {
    return (
      <Section
        title={t("affiliates.payoutMethod.title")}
        actions={
          !erased_at && (
            <Button size="small" variant="secondary" asChild>
              <Link to="payout-method">{t("affiliates.payoutMethod.add")}</Link>
            </Button>
          )
        }
      >
        <SectionEmpty>{t("affiliates.payoutMethod.empty")}</SectionEmpty>
      </Section>
    )
  }

  const rows = words.rows(method.details_masked)
  return (
    <Section
      title={t("affiliates.payoutMethod.title")}
      actions={
        <>
          <Badge size="2xsmall">{words.provider(method.provider)}</Badge>
          {!method.payouts_enabled && (
            <StatusBadge color="orange" className="text-nowrap">
              {t("affiliates.payoutMethod.stateMissing")}
            </StatusBadge>
          )}
          {method.cool_off_until && (
            <StatusBadge color="orange" className="text-nowrap">
              {t("affiliates.payoutMethod.coolOff")}
            </StatusBadge>
          )}
          <ActionMenu
            groups={[
              {
                actions: [
                  {
                    icon: <PencilSquare />,
                    label: t("affiliates.payoutMethod.edit"),
                    to: "payout-method",
                  },
                  ...refresh,
                  ...coolOff.actions,
                ],
              },
            ]}
          />
        </>
      }
    >
      {!method.payouts_enabled && method.state_note && (
        <SectionRow
          title={t("affiliates.payoutMethod.missing")}
          value={method.state_note}
        />
      )}
      {method.cool_off_until && (
        <SectionRow
          title={t("affiliates.payoutMethod.waitsUntil")}
          value={t("affiliates.payoutMethod.waitsUntilWhy", {
            moment: dateTime(method.cool_off_until),
          })}
        />
      )}
      {rows.map(({ key, label, value }) => (
        <SectionRow key={key} title={label} value={value} />
      ))}
      {!rows.length && (
        <SectionEmpty>{t("affiliates.payoutMethod.noDetails")}</SectionEmpty>
      )}
      {coolOff.dialog}
    </Section>
  )
}

/** The action that asks the provider, where the affiliate's account is kept with it. */
function useRefresh(
  affiliateId: string,
  providerId: string | undefined
): Action[] {
  const { t } = useTranslation("affiliate")
  const showError = useErrorToast()
  const { providers } = usePayoutProviders({ enabled: !!providerId })
  const { mutate, isPending } = useRefreshPayoutMethod(affiliateId)
  const provider = providers?.find(({ id }) => id === providerId)

  return provider?.has_onboarding
    ? [
        {
          icon: <ArrowPath />,
          label: t("affiliates.payoutMethod.refresh"),
          disabled: isPending,
          onClick: () =>
            mutate(undefined, {
              onSuccess: () =>
                toast.success(t("affiliates.payoutMethod.refreshed")),
              onError: showError,
            }),
        },
      ]
    : []
}
