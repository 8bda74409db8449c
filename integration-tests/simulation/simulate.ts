import type { MedusaContainer } from "@medusajs/framework/types"
import { sweepOrdersWorkflow } from "../../src/workflows/orders"
import { ACTIONS, Action, Deed } from "./actions"
import { expectAsModelled } from "./compare"
import { Deliveries, Post } from "./deliveries"
import { learnGrants } from "./grants"
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
const LATE = 0.5
/** How much more often terms change while the plugin has not heard of an order that was priced by the old ones. */
const MEANWHILE = 6
const OFTEN = 10

/** What happened so far, in words. */
export type Story = string[]

export interface Course {
  steps: number
  /** Actions with one of these in their name come up more often. */
  often: string[]
}

/** How often each action ran, and how often while there were orders that the plugin had not heard of. */
export type Tally = Map<string, { ran: number; meanwhile: number }>

/**
 * Lives through so many steps of a shop's life. After each, once the plugin has heard of it or has found it by itself,
 * everything must be as the model says.
 *
 * @param story is written as it goes, so that it is there when a step fails
 */
export async function simulate(
  world: World,
  deliveries: Deliveries,
  { steps, often }: Course,
  story: Story
): Promise<Tally> {
  const { random } = world
  const tally: Tally = new Map(
    ACTIONS.map(({ name }) => [name, { ran: 0, meanwhile: 0 }])
  )
  let isCaughtUp = false
  const catchUp = async (): Promise<void> => {
    const { post } = random.weighted(POSTS)
    story.push(`    events: ${post}`)
    const heard = await deliveries.deliver(post, random)
    if (!heard) await sweep(world.store.container)
    await learnGrants(world)
    for (const judged of world.model.settle())
      await expectMedusaAgrees(world, judged)
    await expectAsModelled(world)
    isCaughtUp = true
  }
  for (let step = 1; step <= steps; step++) {
    let { action, deed } = choose(world, random, often)
    if (action.asks === "plugin" && !isCaughtUp) {
      await catchUp()
      // What was to be done may no longer be possible.
      const planned = action.plan(world)
      if (!planned) continue
      deed = planned
    }
    story.push(`${String(step).padStart(4)} ${deed.words}`)
    const count = tally.get(action.name)!
    count.ran++
    if (world.model.unheard > 0) count.meanwhile++
    isCaughtUp = false
    await deed.run()
    if (action.asks === "plugin" || !random.chance(LATE)) await catchUp()
  }
  await catchUp()
  return tally
}

/** Chooses what happens next; what there is nothing to do to is passed over. */
function choose(
  world: World,
  random: Random,
  often: string[]
): { action: Action; deed: Deed } {
  const isMeanwhile = world.model.unheard > 0
  const actions = ACTIONS.map((action) => ({
    ...action,
    weight:
      action.weight *
      (isMeanwhile && action.asks === "terms" ? MEANWHILE : 1) *
      (often.some((part) => action.name.includes(part)) ? OFTEN : 1),
  }))
  for (;;) {
    const action = random.weighted(actions)
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
