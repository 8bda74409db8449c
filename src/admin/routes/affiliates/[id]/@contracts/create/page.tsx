import { RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { DrawerForm } from "../../../../../components/modal-form"
import { useErrorToast } from "../../../../../components/use-error-toast"
import { useCreateContract } from "../../../../../hooks/contracts"
import { zodResolver } from "../../../../../lib/zod-resolver"
import { ContractFields } from "../../contract-form/contract-fields"
import type { ContractForm } from "../../contract-form/contract-form"
import {
  contractSchema,
  emptyContract,
  toContract,
} from "../../contract-form/contract-form"

const CreateContractPage = () => (
  <RouteDrawer>
    <CreateContractForm />
  </RouteDrawer>
)

const CreateContractForm = () => {
  const { t } = useTranslation("affiliate")
  const { id = "" } = useParams()
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useCreateContract(id)
  const form = useForm<ContractForm>({
    defaultValues: emptyContract(),
    resolver: zodResolver(contractSchema(t)),
  })

  const submit = form.handleSubmit((values) =>
    mutate(toContract(values), {
      onSuccess: ({ contract }) => {
        toast.success(t("contracts.create.done", { title: contract.title }))
        handleSuccess()
      },
      onError: showError,
    })
  )

  return (
    <DrawerForm
      form={form}
      title={t("contracts.create.title")}
      description={t("contracts.create.description")}
      submitText={t("common.actions.add")}
      isPending={isPending}
      onSubmit={submit}
    >
      <ContractFields control={form.control} />
    </DrawerForm>
  )
}

export default CreateContractPage
