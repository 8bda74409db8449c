import { RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { CsvImport } from "../../../components/csv/csv-import"
import { useImportAffiliates } from "../../../hooks/affiliates-file"

const COLUMNS = [
  "name",
  "email",
  "code",
  "discount_percent",
  "program",
  "tier",
  "parent_email",
  "country_code",
  "website",
  "commission_percent",
  "status",
] as const

const ImportPage = () => (
  <RouteFocusModal>
    <ImportAffiliates />
  </RouteFocusModal>
)

const ImportAffiliates = () => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useImportAffiliates()

  return (
    <CsvImport
      title={t("affiliates.file.title")}
      description={t("affiliates.file.description")}
      fileName={t("affiliates.file.exportName")}
      columns={COLUMNS.map((name) => ({
        name,
        hint: t(`affiliates.file.columns.${name}`),
        required: name === "name" || name === "email",
      }))}
      submitText={(count) => t("affiliates.file.submit", { count })}
      send={mutateAsync}
      isPending={isPending}
      onDone={({ imported }) => {
        toast.success(t("affiliates.file.done", { count: imported }))
        handleSuccess()
      }}
    />
  )
}

export default ImportPage
