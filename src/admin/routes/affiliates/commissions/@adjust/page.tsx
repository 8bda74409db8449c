import { RouteDrawer } from "@medusajs/dashboard/components"

import { AdjustForm } from "./adjust-form"

const AdjustPage = () => (
  <RouteDrawer>
    <AdjustForm />
  </RouteDrawer>
)

export default AdjustPage
