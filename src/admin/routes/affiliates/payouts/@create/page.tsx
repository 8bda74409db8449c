import { RouteFocusModal } from "@medusajs/dashboard/components"

import { CreatePayoutForm } from "./create-payout-form"

const CreatePayoutPage = () => (
  <RouteFocusModal>
    <CreatePayoutForm />
  </RouteFocusModal>
)

export default CreatePayoutPage
