import { RequirementFigure } from "../../modules/affiliate/domain/tiers"

/** A requirement beside what was found, as routes answer it: amounts are numbers. */
export const figureAnswer = ({
  threshold,
  found,
  ...figure
}: RequirementFigure) => ({
  ...figure,
  threshold: Number(threshold),
  found: Number(found),
})
