import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"

import { Crumb } from "../../../components/crumb"
import { RuleTable } from "./rule-table"

const RulesPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate_rule.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="AffiliateRuleTable">
          <RuleTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "nav.rules",
  translationNs: "affiliate",
  rank: 8,
})

export const handle = { breadcrumb: () => <Crumb k="nav.rules" /> }

export default RulesPage
