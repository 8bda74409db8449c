import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import type { DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { usePrograms } from "../../../hooks/programs"
import type { InvitationStatus } from "../../../types"

const STATUSES: InvitationStatus[] = ["open", "accepted", "revoked", "expired"]

const OPTIONS_MAX = 100

/** Filters of the invitations: status, program and time. */
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
