import { Envelope, PaperPlane, User, XCircle } from "@medusajs/icons"
import { Badge, createDataTableColumnHelper, StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"

import { DateText } from "../../../components/date-text"
import { EmailState } from "../../../components/invitations/email-state"
import { usePrograms } from "../../../hooks/programs"
import { paths } from "../../../lib/paths"
import type { Invitation, InvitationStatus } from "../../../types"

const helper = createDataTableColumnHelper<Invitation>()

const OPTIONS_MAX = 100

const COLORS: Record<
  InvitationStatus,
  NonNullable<ComponentProps<typeof StatusBadge>["color"]>
> = {
  open: "orange",
  accepted: "green",
  revoked: "grey",
  expired: "red",
}

type Act = (invitation: Invitation) => void

const Nothing = () => <span className="text-ui-fg-muted">–</span>

/** Columns of the invitations; the row's menu offers what its status allows. */
export function useInvitationColumns({
  resend,
  revoke,
}: {
  resend: Act
  revoke: Act
}) {
  const { t } = useTranslation("affiliate")
  const navigate = useNavigate()
  const { programs } = usePrograms({ limit: OPTIONS_MAX, order: "name" })

  return useMemo(() => {
    const nameOf = new Map(programs?.map(({ id, name }) => [id, name]))
    return [
      helper.accessor("email", {
        header: t("invitations.fields.email"),
        enableSorting: true,
        sortAscLabel: t("common.sort.az"),
        sortDescLabel: t("common.sort.za"),
        maxSize: 240,
      }),
      helper.accessor("name", {
        header: t("invitations.fields.name"),
        cell: ({ getValue }) => getValue() ?? <Nothing />,
        maxSize: 180,
      }),
      // In a store with one program the column would say the same in every row.
      ...(nameOf.size > 1
        ? [
            helper.accessor("program_id", {
              header: t("invitations.fields.program"),
              cell: ({ getValue }) => nameOf.get(getValue()) ?? <Nothing />,
              maxSize: 140,
            }),
          ]
        : []),
      helper.accessor("status", {
        header: t("invitations.fields.status"),
        cell: ({ getValue }) => (
          <StatusBadge color={COLORS[getValue()]} className="text-nowrap">
            {t(`invitations.status.${getValue()}`)}
          </StatusBadge>
        ),
        truncateTooltip: false,
      }),
      helper.accessor("code", {
        header: t("invitations.fields.code"),
        cell: ({ getValue }) => {
          const code = getValue()
          return code ? (
            <Badge size="2xsmall" className="max-w-28 font-mono">
              <span className="truncate">{code}</span>
            </Badge>
          ) : (
            <Nothing />
          )
        },
      }),
      helper.accessor("sent_at", {
        header: t("invitations.fields.sent"),
        cell: ({ row: { original } }) => <EmailState invitation={original} />,
        truncateTooltip: false,
      }),
      helper.accessor("expires_at", {
        header: t("invitations.fields.expires"),
        cell: ({ getValue }) => <DateText value={getValue()} />,
        enableSorting: true,
        sortAscLabel: t("invitations.sort.expiresFirst"),
        sortDescLabel: t("invitations.sort.expiresLast"),
      }),
      helper.accessor("created_at", {
        header: t("invitations.fields.created"),
        cell: ({ getValue }) => <DateText value={getValue()} />,
        enableSorting: true,
        sortAscLabel: t("common.sort.oldest"),
        sortDescLabel: t("common.sort.newest"),
      }),
      helper.action({
        actions: ({ row: { original: invitation } }) => {
          const { status, affiliate_id } = invitation
          if (status === "open" || status === "expired") {
            return [
              [
                {
                  icon: <PaperPlane />,
                  label: t("invitations.actions.resend"),
                  onClick: () => resend(invitation),
                },
              ],
              [
                {
                  icon: <XCircle />,
                  label: t("invitations.actions.revoke"),
                  onClick: () => revoke(invitation),
                },
              ],
            ]
          }
          return [
            [
              affiliate_id
                ? {
                    icon: <User />,
                    label: t("invitations.actions.openAffiliate"),
                    onClick: () => navigate(paths.affiliate(affiliate_id)),
                  }
                : {
                    icon: <Envelope />,
                    label: t("invitations.actions.again"),
                    onClick: () => navigate(paths.invite),
                  },
            ],
          ]
        },
      }),
    ]
  }, [t, navigate, programs, resend, revoke])
}
