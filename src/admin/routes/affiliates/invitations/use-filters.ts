import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import type { DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { usePrograms } from "../../../hooks/programs"
import type { InvitationEmailStatus, InvitationStatus } from "../../../types"

const STATUSES: InvitationStatus[] = ["open", "accepted", "revoked", "expired"]

const EMAIL_STATUSES: InvitationEmailStatus[] = [
  "sent",
  "waiting",
  "failed",
  "none",
]

const OPTIONS_MAX = 100

/** Filters of the invitations: status, e-mail, program and time. */
export function useInvitationFilters(): DataTableFilter[] {
  const { t } = useTranslation("affiliate")
  const { programs } = usePrograms({ limit: OPTIONS_MAX, order: "name" })
  const dateFilters = useDataTableDateFilters()

  return useMemo(
    () => [
      {
        id: "status",
        type: "multiselect",
        label: t("invitations.fields.status"),
        searchable: false,
        options: STATUSES.map((status) => ({
          value: status,
          label: t(`invitations.status.${status}`),
        })),
      },
      {
        id: "email_status",
        type: "multiselect",
        label: t("invitations.fields.sent"),
        searchable: false,
        options: EMAIL_STATUSES.map((status) => ({
          value: status,
          label: t(`invitations.emailStatus.${status}`),
        })),
      },
      {
        id: "program_id",
        type: "multiselect",
        label: t("invitations.fields.program"),
        options: (programs ?? []).map(({ id, name }) => ({
          value: id,
          label: name,
        })),
      },
      ...dateFilters
        .filter(({ id }) => id === "created_at")
        .map((filter) => ({
          ...filter,
          label: t("invitations.fields.created"),
        })),
    ],
    [t, programs, dateFilters]
  )
}
