import {
  EXAMPLE_PROGRAMS,
  EXAMPLES,
} from "../../integration-tests/worked-examples"
import { ok, type Shop } from "../../integration-tests/harness/shop"
import { checkOn } from "./check"
import type { Screen } from "./screen"

/** Every worked example of how money is counted, with the figures that are law beside what the store says. */
export async function playWorkedExamples(
  shop: Shop,
  screen: Screen
): Promise<void> {
  const check = checkOn(screen)
  for (const { play } of EXAMPLES) await play(shop, check)
  await closePrograms(shop)
}

/** The programs of the examples take no new affiliates; what was earned in them stays. */
async function closePrograms({ admin }: Shop): Promise<void> {
  const { affiliate_programs } = ok(
    await admin.get("/admin/affiliate-programs", { q: EXAMPLE_PROGRAMS })
  )
  for (const { id } of affiliate_programs)
    ok(
      await admin.post(`/admin/affiliate-programs/${id}`, {
        status: "inactive",
      })
    )
}
