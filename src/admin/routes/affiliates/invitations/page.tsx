import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DataTable } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Outlet } from "react-router-dom"

import { Crumb } from "../../../components/crumb"
import { LoadError } from "../../../components/load-error"
import { useInvitations } from "../../../hooks/invitations"
import { useTableQuery } from "../../../lib/table-query"
import { useInvitationColumns } from "./use-columns"
import { useInvitationFilters } from "./use-filters"
import { useInvitationActions } from "./use-invitation-actions"

const PAGE_SIZE = 20

/** Everybody who was invited, and what became of it. */
const InvitationsPage = () => {
  const { t } = useTranslation("affiliate")
  const query = useTableQuery({
    filters: ["status", "program_id", "created_at"],
    pageSize: PAGE_SIZE,
  })
  const { invitations, count, isPending, error, refetch } =
    useInvitations(query)
  const { resend, revoke, drawer } = useInvitationActions()
  const columns = useInvitationColumns({ resend, revoke })
  const filters = useInvitationFilters()

  return (
    <>
      <Container className="divide-y p-0">
        {error && !invitations ? (
          <LoadError error={error} onRetry={refetch} className="min-h-80" />
        ) : (
          <DataTable
            data={invitations}
            columns={columns}
            filters={filters}
            rowCount={count}
            pageSize={PAGE_SIZE}
            getRowId={({ id }) => id}
            isLoading={isPending}
            heading={t("invitations.heading")}
            subHeading={t("invitations.subheading")}
            actions={[
              { label: t("invitations.list.inviteMany"), to: "import" },
              { label: t("invitations.list.invite"), to: "create" },
            ]}
            emptyState={{
              empty: t("invitations.list.empty", { returnObjects: true }),
              filtered: t("invitations.list.filtered", { returnObjects: true }),
            }}
          />
        )}
      </Container>
      {drawer}
      <Outlet />
    </>
  )
}

export const config = defineRouteConfig({
  label: "nav.invitations",
  translationNs: "affiliate",
  rank: 2,
})

export const handle = { breadcrumb: () => <Crumb k="nav.invitations" /> }

export default InvitationsPage
