import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { UserGroup } from "@medusajs/icons"

import { Crumb } from "../../components/crumb"
import { AffiliateTable } from "./affiliate-table"

const AffiliatesPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="AffiliateTable">
          <AffiliateTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "nav.affiliates",
  translationNs: "affiliate",
  icon: UserGroup,
})

export const handle = { breadcrumb: () => <Crumb k="nav.affiliates" /> }

export default AffiliatesPage
