import { RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { InlineTip, toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { DrawerForm } from "../../../../../components/modal-form"
import { DrawerLoading } from "../../../../../components/modal-loading"
import { useErrorToast } from "../../../../../components/use-error-toast"
import { useContract, useUpdateContract } from "../../../../../hooks/contracts"
import { contractStateOf } from "../../../../../lib/contract-state"
import { zodResolver } from "../../../../../lib/zod-resolver"
import type { Contract } from "../../../../../types"
import { ContractFields } from "../../contract-form/contract-fields"
import type { ContractForm } from "../../contract-form/contract-form"
import {
  contractSchema,
  toContract,
  toContractForm,
} from "../../contract-form/contract-form"

const EditContractPage = () => {
  const { id = "", contract_id = "" } = useParams()
  const { contract, error, refetch } = useContract(id, contract_id)

  return (
    <RouteDrawer>
      {contract ? (
        <EditContractForm contract={contract} />
      ) : (
        <DrawerLoading error={error} onRetry={refetch} />
      )}
    </RouteDrawer>
  )
}

const EditContractForm = ({ contract }: { contract: Contract }) => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useUpdateContract(contract.affiliate_id)
  const form = useForm<ContractForm>({
    defaultValues: toContractForm(contract),
    resolver: zodResolver(contractSchema(t)),
  })
  const hasStarted = contractStateOf(contract) !== "future"

  const submit = form.handleSubmit((values) => {
    const { title, terms, ends_at, ...fixed } = toContract(values)
    mutate(
      {
        id: contract.id,
        title,
        terms,
        ends_at,
        ...(hasStarted ? {} : fixed),
      },
      {
        onSuccess: ({ contract: saved }) => {
          toast.success(t("contracts.update.done", { title: saved.title }))
          handleSuccess()
        },
        onError: showError,
      }
    )
  })

  return (
    <DrawerForm
      form={form}
      title={t("contracts.update.title")}
      description={t("contracts.update.description")}
      submitText={t("common.actions.save")}
      isPending={isPending}
      onSubmit={submit}
    >
      {hasStarted && (
        <InlineTip label={t("contracts.update.fixed")}>
          {t("contracts.update.fixedText")}
        </InlineTip>
      )}
      <ContractFields control={form.control} hasStarted={hasStarted} />
    </DrawerForm>
  )
}

export default EditContractPage
