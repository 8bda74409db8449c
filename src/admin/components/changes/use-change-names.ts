import { useMemo } from "react"

import { useAffiliates } from "../../hooks/affiliates"
import { usePrograms } from "../../hooks/programs"
import { useTiers } from "../../hooks/tiers"
import { kindOf } from "../../lib/change-fields"
import type { Names } from "../../lib/change-words"
import type { Change } from "../../types"

const NAMED = ["affiliate", "program", "tier"] as const
type Named = (typeof NAMED)[number]

/** Names of the affiliates, programs and tiers that these changes point to. */
export function useChangeNames(changes: Change[] | undefined): Names {
  const ids = useMemo(() => idsIn(changes ?? []), [changes])
  const query = (of: Named) =>
    [
      { id: ids[of], limit: Math.max(ids[of].length, 1) },
      { enabled: ids[of].length > 0 },
    ] as const
  const { affiliates } = useAffiliates(...query("affiliate"))
  const { programs } = usePrograms(...query("program"))
  const { tiers } = useTiers(...query("tier"))

  return useMemo(
    () =>
      new Map(
        [...(affiliates ?? []), ...(programs ?? []), ...(tiers ?? [])].map(
          ({ id, name }) => [id, name]
        )
      ),
    [affiliates, programs, tiers]
  )
}

function idsIn(changes: Change[]): Record<Named, string[]> {
  const found: Record<Named, Set<string>> = {
    affiliate: new Set(),
    program: new Set(),
    tier: new Set(),
  }
  for (const change of changes) {
    for (const [field, { from, to }] of Object.entries(change.changes)) {
      const named = NAMED.find((kind) => kind === kindOf(field))
      if (named) {
        for (const id of [from, to]) {
          if (typeof id === "string") {
            found[named].add(id)
          }
        }
      }
    }
  }
  return {
    affiliate: [...found.affiliate].sort(),
    program: [...found.program].sort(),
    tier: [...found.tier].sort(),
  }
}
