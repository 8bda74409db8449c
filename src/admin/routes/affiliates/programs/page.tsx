import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"

import { Crumb } from "../../../components/crumb"
import { ProgramTable } from "./program-table"

const ProgramsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate_program.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="AffiliateProgramTable">
          <ProgramTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "nav.programs",
  translationNs: "affiliate",
  rank: 7,
})

export const handle = { breadcrumb: () => <Crumb k="nav.programs" /> }

export default ProgramsPage
