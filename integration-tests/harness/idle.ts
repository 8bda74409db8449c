import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { eventually } from "./eventually"

const ENDED = ["not_started", "done", "reverted", "failed"]

/** Waits until no workflow that Medusa keeps a record of is under way, so that none loses its database halfway. */
export async function untilWorkflowsEnd(
  container: MedusaContainer
): Promise<void> {
  const engine = container.resolve(Modules.WORKFLOW_ENGINE)
  await eventually(async () => {
    const running = await engine.listWorkflowExecutions({
      state: { $nin: ENDED },
    })
    if (running.length > 0) {
      const names = running.map(({ workflow_id }) => workflow_id).join(", ")
      throw new Error(`workflows still under way: ${names}`)
    }
  })
}
