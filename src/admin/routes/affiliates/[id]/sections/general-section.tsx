import { ActionMenu, SectionRow } from "@medusajs/dashboard/components"
import { PencilSquare, Trash } from "@medusajs/icons"
import { Button, Copy, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"

import { DateText } from "../../../../components/date-text"
import { Section } from "../../../../components/section"
import { AffiliateStatusBadge } from "../../../../components/status-badges"
import { useErrorToast } from "../../../../components/use-error-toast"
import { useDeleteAffiliate } from "../../../../hooks/affiliates"
import { useFormat } from "../../../../lib/format"
import { paths } from "../../../../lib/paths"
import type { AffiliateDetail } from "../../../../types"
import {
  TRANSITION_ICONS,
  transitionsOf,
  useTransitions,
} from "../../transitions"

/** Who the affiliate is, and what can be decided about it. */
export const GeneralSection = ({
  affiliate,
}: {
  affiliate: AffiliateDetail
}) => {
  const { t } = useTranslation("affiliate")
  const { country } = useFormat()
  const { ask, prompt } = useTransitions()
  const remove = useRemove(affiliate)

  return (
    <Section
      level="h1"
      title={affiliate.name}
      actions={
        <>
          <AffiliateStatusBadge status={affiliate.status} />
          {affiliate.status === "pending" && (
            <>
              <Button
                size="small"
                variant="secondary"
                onClick={() => ask(affiliate, "reject")}
              >
                {t("affiliates.transition.reject.action")}
              </Button>
              <Button size="small" onClick={() => ask(affiliate, "approve")}>
                {t("affiliates.transition.approve.action")}
              </Button>
            </>
          )}
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
              {
                // An application is decided with the buttons beside the menu.
                actions:
                  affiliate.status === "pending"
                    ? []
                    : transitionsOf(affiliate.status).map((transition) => ({
                        icon: TRANSITION_ICONS[transition],
                        label: t(`affiliates.transition.${transition}.action`),
                        onClick: () => ask(affiliate, transition),
                      })),
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
        </>
      }
    >
      {affiliate.status_reason && (
        <SectionRow
          title={t(`affiliates.general.reasonOf.${affiliate.status}`)}
          value={affiliate.status_reason}
        />
      )}
      {affiliate.status === "rejected" && affiliate.reapply_at && (
        <SectionRow
          title={t("affiliates.reapply.from")}
          value={<DateText value={affiliate.reapply_at} />}
        />
      )}
      <SectionRow
        title={t("affiliates.fields.email")}
        value={
          <span className="flex min-w-0 items-center gap-x-2">
            <a
              href={`mailto:${affiliate.email}`}
              className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover truncate"
            >
              {affiliate.email}
            </a>
            <Copy content={affiliate.email} className="text-ui-fg-muted" />
          </span>
        }
      />
      <SectionRow
        title={t("affiliates.fields.website")}
        value={
          affiliate.website ? (
            <a
              href={affiliate.website}
              target="_blank"
              rel="noreferrer"
              className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover truncate"
            >
              {affiliate.website.replace(/^https?:\/\//, "")}
            </a>
          ) : null
        }
      />
      <SectionRow
        title={t("affiliates.fields.country")}
        value={affiliate.country_code ? country(affiliate.country_code) : null}
      />
      <SectionRow
        title={t("affiliates.fields.customer")}
        value={
          affiliate.customer_id ? (
            <Link
              to={paths.customer(affiliate.customer_id)}
              className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
            >
              {t("affiliates.general.openCustomer")}
            </Link>
          ) : null
        }
      />
      <SectionRow
        title={t("affiliates.fields.createdAt")}
        value={<DateText value={affiliate.created_at} />}
      />
      <SectionRow
        title={t("affiliates.fields.approvedAt")}
        value={<DateText value={affiliate.approved_at} />}
      />
      {prompt}
    </Section>
  )
}

function useRemove(affiliate: AffiliateDetail) {
  const { t } = useTranslation("affiliate")
  const navigate = useNavigate()
  const confirm = usePrompt()
  const showError = useErrorToast()
  const { mutate } = useDeleteAffiliate(affiliate.id)

  return async () => {
    const confirmed = await confirm({
      title: t("affiliates.delete.title", { name: affiliate.name }),
      description: t("affiliates.delete.description"),
      confirmText: t("common.actions.delete"),
      cancelText: t("common.actions.cancel"),
    })
    if (!confirmed) {
      return
    }
    mutate(undefined, {
      onSuccess: () => {
        toast.success(t("affiliates.delete.done", { name: affiliate.name }))
        navigate(paths.affiliates, { replace: true })
      },
      onError: showError,
    })
  }
}
