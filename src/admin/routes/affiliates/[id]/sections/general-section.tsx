import { ActionMenu } from "@medusajs/dashboard/components"
import { Button, Copy, InlineTip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { DateText } from "../../../../components/date-text"
import { Section } from "../../../../components/section"
import { SectionRow } from "../../../../components/section-row"
import { AffiliateStatusBadge } from "../../../../components/status-badges"
import { useProgram } from "../../../../hooks/programs"
import { useEmailWords } from "../../../../lib/email-words"
import { useFormat } from "../../../../lib/format"
import { paths } from "../../../../lib/paths"
import { useReasonWords } from "../../../../lib/reason-words"
import type { AffiliateDetail } from "../../../../types"
import { useTransitions } from "../../transitions"
import { useAffiliateMenu } from "../use-affiliate-menu"

/** Who the affiliate is, and what can be decided about it. */
export const GeneralSection = ({
  affiliate,
}: {
  affiliate: AffiliateDetail
}) => {
  const { t } = useTranslation("affiliate")
  const { country, date, list } = useFormat()
  const emailWords = useEmailWords()
  const { ask, prompt } = useTransitions()
  const { groups, prompts } = useAffiliateMenu(affiliate, ask)
  const reasonWords = useReasonWords()
  const { program } = useProgram(affiliate.program.id)

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
          <ActionMenu groups={groups} />
        </>
      }
    >
      {affiliate.erased_at && (
        <div className="px-6 py-4">
          <InlineTip variant="info" label={t("affiliates.privacy.erased")}>
            {t("affiliates.privacy.erasedOn", {
              date: date(affiliate.erased_at),
            })}
          </InlineTip>
        </div>
      )}
      {affiliate.status_reason && (
        <SectionRow
          title={t(`affiliates.general.reasonOf.${affiliate.status}`)}
          value={reasonWords(affiliate.status_reason, program?.form_fields)}
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
      {affiliate.emails_off.length > 0 && (
        <SectionRow
          title={t("affiliates.general.noEmails")}
          value={list(affiliate.emails_off.map(emailWords))}
        />
      )}
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
      {prompts}
    </Section>
  )
}
