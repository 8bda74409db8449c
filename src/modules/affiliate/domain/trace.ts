/** One step of a verdict, in words a merchant reads. */
export interface TraceStep {
  /** A stable word for the step. */
  step:
    | "manual"
    | "code"
    | "click"
    | "attribution"
    | "terms"
    | "level"
    | "entitlement"
    | "verdict"
  looked_at: string
  found: string
  followed: string
}

export const traceStep = (
  step: TraceStep["step"],
  looked_at: string,
  found: string,
  followed: string
): TraceStep => ({ step, looked_at, found, followed })
