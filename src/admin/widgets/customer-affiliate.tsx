import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminCustomer,
  DetailWidgetProps,
} from "@medusajs/framework/types"

import { CustomerAffiliate } from "../components/customer-affiliate"

/** On the customer page: bound to whom, until when, and whether an affiliate too. */
const CustomerAffiliateWidget = ({
  data: customer,
}: DetailWidgetProps<AdminCustomer>) => (
  <CustomerAffiliate customerId={customer.id} />
)

export const config = defineWidgetConfig({
  zone: "customer.details.side.after",
  id: "affiliate-customer",
})

export default CustomerAffiliateWidget
