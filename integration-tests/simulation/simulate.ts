import type { MedusaContainer } from "@medusajs/framework/types"
import { sweepOrdersWorkflow } from "../../src/workflows/orders"
import { ACTIONS, Action, Deed } from "./actions"
import { expectAsModelled } from "./compare"
import { Deliveries, Post } from "./deliveries"
import { expectMedusaAgrees } from "./medusa"
import { Random } from "./random"
import { World } from "./world/world"

const POSTS: { post: Post; weight: number }[] = [
  { post: "as sent", weight: 3 },
  { post: "shuffled and doubled", weight: 3 },
  { post: "all at once", weight: 1 },
  { post: "some lost", weight: 2 },
  { post: "all lost", weight: 1 },
]
/** How often an order's events are still on their way when the next thing happens. */
const LATE = 0.35

/** What happened so far, in words. */
export type Story = string[]

/**
 * Lives through so many steps of a shop's life. After each, once the plugin has heard of it or has found it by itself,
 * everything must be as the model says.
 *
 * @param story is written as it goes, so that it is there when a step fails
 */
export async function simulate(
  world: World,
  deliveries: Deliveries,
  steps: number,
  story: Story
): Promise<void> {
  const { random } = world
  const catchUp = async (): Promise<void> => {
    const { post } = random.weighted(POSTS)
    story.push(`    events: ${post}`)
    const heard = await deliveries.deliver(post, random)
    if (!heard) await sweep(world.store.container)
    for (const judged of world.model.settle())
      await expectMedusaAgrees(world, judged)
    await expectAsModelled(world)
  }
  for (let step = 1; step <= steps; step++) {
    let { action, deed } = choose(world, random)
    if (action.asks === "plugin") {
      await catchUp()
      // What was to be done may no longer be possible.
      const planned = action.plan(world)
      if (!planned) continue
      deed = planned
    }
    story.push(`${String(step).padStart(4)} ${deed.words}`)
    await deed.run()
    if (action.asks === "plugin" || !random.chance(LATE)) await catchUp()
  }
  await catchUp()
}

/** Chooses what happens next; what there is nothing to do to is passed over. */
function choose(world: World, random: Random): { action: Action; deed: Deed } {
  for (;;) {
    const action = random.weighted(ACTIONS)
    const deed = action.plan(world)
    if (deed) return { action, deed }
  }
}

/** What the job does every two minutes: finds what no event told of. */
async function sweep(container: MedusaContainer): Promise<void> {
  const { result } = await sweepOrdersWorkflow(container).run({
    input: { window_days: 3 },
  })
  if (result.failed.length > 0)
    throw new Error(`the sweep failed for ${result.failed.join(", ")}`)
}
