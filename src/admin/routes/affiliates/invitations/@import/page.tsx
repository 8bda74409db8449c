import { RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"

import { CsvImport } from "../../../../components/csv/csv-import"
import { useInvitationOutcome } from "../../../../components/invitations/use-invitation-outcome"
import { useInviteMany } from "../../../../hooks/invitations"

const COLUMNS = [
  "email",
  "name",
  "program",
  "tier",
  "code",
  "discount_percent",
] as const

const InviteManyPage = () => (
  <RouteFocusModal>
    <InviteMany />
  </RouteFocusModal>
)

const InviteMany = () => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useInviteMany()
  const { tell, drawer } = useInvitationOutcome(handleSuccess)

  return (
    <>
      <CsvImport
        title={t("invitations.many.title")}
        description={t("invitations.many.description")}
        fileName={t("invitations.many.fileName")}
        columns={COLUMNS.map((name) => ({
          name,
          hint: t(`invitations.many.columns.${name}`),
          required: name === "email",
        }))}
        submitText={(count) => t("invitations.many.submit", { count })}
        send={mutateAsync}
        isPending={isPending}
        onDone={({ affiliate_invitations }) => tell(affiliate_invitations)}
      />
      {drawer}
    </>
  )
}

export default InviteManyPage
