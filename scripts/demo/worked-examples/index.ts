import { ok, type Shop } from "../../../integration-tests/harness/shop"
import type { Screen } from "../screen"
import { checkOn } from "./check"
import { playFixedAmounts, playOrderA, playUpperLevels } from "./on-order-a"
import { playDebt, playRaces, playRounding } from "./other-cases"

/** Every worked example of how money is counted, each on orders of its own, with the figure that is law beside it. */
export async function playWorkedExamples(
  shop: Shop,
  screen: Screen
): Promise<void> {
  const check = checkOn(screen)
  const examples = [
    playOrderA,
    playUpperLevels,
    playFixedAmounts,
    playRounding,
    playDebt,
    playRaces,
  ]
  for (const play of examples) await play(shop, check)
  await closePrograms(shop)
}

/** The programs of the examples take no new affiliates; what was earned in them stays. */
async function closePrograms({ admin }: Shop): Promise<void> {
  const { affiliate_programs } = ok(
    await admin.get("/admin/affiliate-programs", { q: "Example: " })
  )
  for (const { id } of affiliate_programs)
    ok(
      await admin.post(`/admin/affiliate-programs/${id}`, {
        status: "inactive",
      })
    )
}
