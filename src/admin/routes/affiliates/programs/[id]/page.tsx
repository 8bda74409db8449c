import { LayoutComposer } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import type { UIMatch } from "react-router-dom"
import { useParams } from "react-router-dom"

import { ChangesSection } from "../../../../components/changes/changes-section"
import { LoadError } from "../../../../components/load-error"
import { DetailSkeleton } from "../../../../components/skeletons"
import { useProgram } from "../../../../hooks/programs"
import { AgreementsSection } from "./sections/agreements-section"
import { CreativesSection } from "./sections/creatives-section"
import { GeneralSection } from "./sections/general-section"
import { JoiningSection } from "./sections/joining-section"
import { LevelsSection } from "./sections/levels-section"
import { MilestonesSection } from "./sections/milestones-section"
import { ScheduleSection } from "./sections/schedule-section"
import { TermsSection } from "./sections/terms-section"
import { TiersSection } from "./sections/tiers-section"

const ProgramPage = () => {
  const { id = "" } = useParams()
  const { program, error, refetch } = useProgram(id)

  if (error && !program) {
    return (
      <Container className="p-0">
        <LoadError error={error} onRetry={refetch} className="min-h-80" />
      </Container>
    )
  }
  if (!program) {
    return <DetailSkeleton />
  }

  return (
    <LayoutComposer
      widgetsZonePrefix="affiliate_program.details"
      preferredLayoutId="core:two-column"
      data={program}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="AffiliateProgramGeneralSection">
              <GeneralSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramTermsSection">
              <TermsSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramTiersSection">
              <TiersSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramJoiningSection">
              <JoiningSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramAgreementsSection">
              <AgreementsSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramCreativesSection">
              <CreativesSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramChangesSection">
              <ChangesSection
                entity={["affiliate_program", "affiliate_tier"]}
                entityId={[program.id, ...program.tiers.map(({ id }) => id)]}
                names={Object.fromEntries(
                  program.tiers.map(({ id, name }) => [id, name])
                )}
                commissionType={program.commission_type}
              />
            </LayoutComposer.Entry>
          </>
        ),
        side: (
          <>
            <LayoutComposer.Entry id="AffiliateProgramScheduleSection">
              <ScheduleSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramLevelsSection">
              <LevelsSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateProgramMilestonesSection">
              <MilestonesSection program={program} />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}

const ProgramCrumb = ({ id }: { id: string }) => {
  const { program } = useProgram(id)
  return <>{program?.name ?? "…"}</>
}

export const handle = {
  breadcrumb: (match?: UIMatch) => <ProgramCrumb id={match?.params.id ?? ""} />,
}

export default ProgramPage
