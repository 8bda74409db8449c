import { Text } from "@medusajs/ui"

import { useTraceWords } from "../lib/trace-words"
import type { TraceStep } from "../types"

/** A verdict told step by step: what was looked at, what it found, what followed. */
export const TraceSteps = ({ trace }: { trace: TraceStep[] }) => {
  const inWords = useTraceWords()

  return (
    <ol className="flex flex-col px-6 py-4">
      {trace.map((step, index) => {
        const { lookedAt, found, followed } = inWords(step)
        return (
          <li key={index} className="flex gap-x-3">
            <div className="flex flex-col items-center">
              <span className="bg-ui-bg-component text-ui-fg-subtle txt-compact-xsmall-plus shadow-borders-base flex size-5 shrink-0 items-center justify-center rounded-full tabular-nums">
                {index + 1}
              </span>
              {index < trace.length - 1 && (
                <span className="bg-ui-border-base my-1 w-px flex-1" />
              )}
            </div>
            <div className="min-w-0 flex-1 pb-4">
              <Text
                size="small"
                leading="compact"
                weight="plus"
                className="pt-0.5"
              >
                {lookedAt}
              </Text>
              <Text size="small" className="text-ui-fg-subtle mt-1 break-words">
                {found}
              </Text>
              <Text size="small" className="text-ui-fg-subtle break-words">
                <span aria-hidden>→ </span>
                {followed}
              </Text>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
