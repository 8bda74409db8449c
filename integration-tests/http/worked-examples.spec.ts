import { eventually, useStore } from "../harness"
import {
  expectBalancesAsEntries,
  expectSoundPayouts,
  WITH_ENCRYPTION,
} from "../support/affiliates"
import { expectRowsAsTold } from "../support/rows-of-order"
import { expectHealthy, untilAllReconciled } from "../support/verdicts"
import { EXAMPLES, type Check, type Figures } from "../worked-examples"

const store = useStore({ env: WITH_ENCRYPTION })

/** Looks until everything is as expected, and once more when nothing is under way that could change it. */
const check: Check = async (what, expected, look) => {
  const expectFigures = async () =>
    expect({ [what]: only(expected, await look()) }).toEqual({
      [what]: expected,
    })
  await eventually(expectFigures)
  await untilAllReconciled(store)
  await expectFigures()
}

/** Of all the figures, those that something is expected of. */
const only = (expected: Figures, figures: Figures | undefined) =>
  figures &&
  Object.fromEntries(Object.keys(expected).map((name) => [name, figures[name]]))

test.each(EXAMPLES)("$name", async ({ play }) => {
  const orders = await play(store.shop, check)

  for (const id of orders) await expectRowsAsTold(store, id)
  await expectBalancesAsEntries(store)
  await expectSoundPayouts(store)
})

test("the books agree after all of it", () => expectHealthy(store))
