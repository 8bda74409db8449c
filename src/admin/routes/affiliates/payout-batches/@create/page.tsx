import { RouteFocusModal } from "@medusajs/dashboard/components"

import { CreateBatchForm } from "./create-batch-form"

const CreatePayoutBatchPage = () => (
  <RouteFocusModal>
    <CreateBatchForm />
  </RouteFocusModal>
)

export default CreatePayoutBatchPage
