import { ActionMenu } from "@medusajs/dashboard/components"
import {
  ArrowUpRightOnBox,
  ArrowUturnLeft,
  CheckCircle,
  DocumentText,
  XCircle,
} from "@medusajs/icons"
import { Button, StatusBadge, Text } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"

import { DateText } from "../../../../components/date-text"
import { LoadError } from "../../../../components/load-error"
import { Section } from "../../../../components/section"
import { SectionRow } from "../../../../components/section-row"
import { RowsSkeleton } from "../../../../components/skeletons"
import { useIdentity } from "../../../../hooks/identity"
import { useDestinationWords } from "../../../../lib/destination-words"
import { useTermsWords } from "../../../../lib/terms-words"
import type {
  AffiliateDetail,
  Identity,
  IdentityDocument,
  IdentityStatus,
} from "../../../../types"
import { useDecision } from "./use-decision"

const COLORS: Record<
  IdentityStatus,
  NonNullable<ComponentProps<typeof StatusBadge>["color"]>
> = {
  not_required: "grey",
  pending: "orange",
  verified: "green",
  rejected: "red",
}

/** Who the affiliate is: what it handed in, and what was decided by it. */
export const IdentitySection = ({
  affiliate,
}: {
  affiliate: AffiliateDetail
}) => {
  const { t } = useTranslation("affiliate")
  const { identity, error, refetch } = useIdentity(affiliate.id)
  const { ask, prompt } = useDecision(affiliate)

  if (!identity) {
    return (
      <Section title={t("identity.title")}>
        {error ? (
          <LoadError error={error} onRetry={refetch} />
        ) : (
          <RowsSkeleton rows={2} />
        )}
      </Section>
    )
  }
  const { status } = identity
  const further = FURTHER[status].map((decision) => ({
    icon: ICONS[decision],
    label: t(`identity.actions.${ACTION_KEYS[decision]}`),
    onClick: () => ask(decision),
  }))

  return (
    <Section
      title={t("identity.title")}
      actions={
        <>
          <StatusBadge color={COLORS[status]} className="text-nowrap">
            {t(`identity.status.${status}`)}
          </StatusBadge>
          {!affiliate.erased_at && (
            <ActionMenu groups={[{ actions: further }]} />
          )}
        </>
      }
    >
      <Standing identity={identity} />
      <Documents documents={identity.documents} />
      {status === "pending" && !affiliate.erased_at && (
        <div className="flex items-center justify-end gap-x-2 px-6 py-4">
          <Button
            size="small"
            variant="secondary"
            onClick={() => ask("rejected")}
          >
            {t("identity.actions.reject")}
          </Button>
          <Button size="small" onClick={() => ask("verified")}>
            {t("identity.actions.verify")}
          </Button>
        </div>
      )}
      {prompt}
    </Section>
  )
}

/** What else may be decided; while it waits, the two decisions have buttons of their own. */
const FURTHER: Record<IdentityStatus, IdentityStatus[]> = {
  not_required: ["verified", "rejected"],
  pending: ["not_required"],
  verified: ["pending", "rejected", "not_required"],
  rejected: ["verified", "pending", "not_required"],
}

const ACTION_KEYS = {
  verified: "verify",
  rejected: "reject",
  not_required: "not_required",
  pending: "pending",
} as const

const ICONS = {
  verified: <CheckCircle />,
  rejected: <XCircle />,
  not_required: <ArrowUturnLeft />,
  pending: <ArrowUturnLeft />,
}

const Standing = ({ identity }: { identity: Identity }) => {
  const { t } = useTranslation("affiliate")
  const words = useTermsWords()
  const destination = useDestinationWords()
  const {
    identity_required,
    identity_amounts,
    status,
    note,
    decided_at,
    provider,
  } = identity

  return (
    <>
      <SectionRow
        title={t("identity.rule")}
        value={t(`identity.required.${identity_required}`, {
          amounts: words.amounts(identity_amounts),
        })}
      />
      {note && (
        <SectionRow
          title={t(status === "rejected" ? "identity.reason" : "identity.note")}
          value={note}
        />
      )}
      {provider && (
        <SectionRow
          title={t("identity.provider")}
          value={destination.provider(provider)}
        />
      )}
      {decided_at && (
        <SectionRow
          title={t("identity.decidedAt")}
          value={<DateText value={decided_at} />}
        />
      )}
    </>
  )
}

const Documents = ({ documents }: { documents: IdentityDocument[] }) => {
  const { t } = useTranslation("affiliate")
  return (
    <div className="px-6 py-4">
      <Text
        size="small"
        leading="compact"
        weight="plus"
        className="text-ui-fg-subtle"
      >
        {t("identity.documents")}
      </Text>
      {documents.length === 0 ? (
        <Text size="small" className="text-ui-fg-muted mt-1">
          {t("identity.noDocuments")}
        </Text>
      ) : (
        <ul className="mt-2 flex flex-col gap-y-2">
          {documents.map((document) => (
            <li key={document.id} className="flex items-center gap-x-3">
              <DocumentText className="text-ui-fg-muted shrink-0" />
              <span className="txt-compact-small min-w-0 flex-1">
                <DocumentName document={document} />
              </span>
              <span className="txt-compact-small text-ui-fg-muted shrink-0">
                <DateText value={document.created_at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const DocumentName = ({
  document: { name, url },
}: {
  document: IdentityDocument
}) => {
  const { t } = useTranslation("affiliate")
  return url ? (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      title={`${name} · ${t("identity.newTab")}`}
      className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover flex items-center gap-x-1"
    >
      <span className="truncate">{name}</span>
      <ArrowUpRightOnBox className="shrink-0" />
    </a>
  ) : (
    <>
      <span className="block truncate">{name}</span>
      <span className="text-ui-fg-muted">{t("identity.gone")}</span>
    </>
  )
}
