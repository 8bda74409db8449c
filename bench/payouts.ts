import { MedusaContainer } from "@medusajs/framework/types"

import type { SandboxPayoutProvider } from "../dev/payout-sandbox/service"
import { addProgram } from "../integration-tests/harness/affiliates/programs"
import { bootStore } from "../integration-tests/harness/store"
import { startSandboxPeer } from "../integration-tests/peers/sandbox/server"
import { WITH_ENCRYPTION } from "../integration-tests/support/encryption"
import { seedPayees } from "../integration-tests/support/payees"
import { AFFILIATE_MODULE } from "../src/modules/affiliate"
import type AffiliateModuleService from "../src/modules/affiliate/service"
import type { SendPayoutInput } from "../src/providers/types"
import {
  createPayoutBatchWorkflow,
  runPayoutBatchWorkflow,
} from "../src/workflows/payout-batches"
import { inParallel } from "./lib/checkouts"
import { median, numberArgument, Pair, report, timed } from "./lib/report"

/**
 * A batch of payouts, each set aside, sent in three steps and settled, beside a
 * bare loop of as many calls of the same provider, which writes nothing down. The
 * service answers at once: what is measured is all that is not waiting for it.
 */
const payouts = numberArgument("payouts", 500)
const runs = numberArgument("runs", 3)
/** As many at once as a batch sends. */
const WIDTH = 4

const runBatch = async (
  container: MedusaContainer,
  service: AffiliateModuleService,
  program_id: string
): Promise<{ deciding: number; sending: number }> => {
  let id = ""
  const deciding = await timed(async () => {
    const { result } = await createPayoutBatchWorkflow(container).run({
      input: {
        program_id,
        currency_code: "usd",
        provider: null,
        created_by: "bench",
      },
    })
    id = result.id
  })
  await service.approvePayoutBatch({ id, by: { type: "user", id: "bench" } })
  const sending = await timed(async () => {
    // One run has an end after some minutes; the job takes up what is left.
    for (let done = false; !done;) {
      const { result } = await runPayoutBatchWorkflow(container).run({
        input: { id },
      })
      done = result.done
    }
  })
  return { deciding, sending }
}

const callBare = (provider: SandboxPayoutProvider, first: number) =>
  timed(() =>
    inParallel(
      Array.from({ length: payouts }, (_, index) => () => {
        const input: SendPayoutInput = {
          idempotency_key: `bare_${first + index}-1`,
          payout_id: `bare_${first + index}`,
          affiliate_id: `aff_many_${first + index}`,
          amount: "10",
          currency_code: "usd",
          destination: { account: "good" },
        }
        return provider.send(input)
      }),
      WIDTH
    )
  )

const main = async (): Promise<void> => {
  const peer = await startSandboxPeer()
  const store = await bootStore({
    seed: false,
    env: {
      ...WITH_ENCRYPTION,
      WORKER_MODE: "server",
      PAYOUT_SANDBOX: "true",
      PAYOUT_SANDBOX_API_BASE: peer.address,
    },
  })
  try {
    const service: AffiliateModuleService =
      store.container.resolve(AFFILIATE_MODULE)
    const provider = service["payoutProvider"](
      "sandbox"
    ) as SandboxPayoutProvider
    const pairs: Pair[] = []
    const deciding: number[] = []
    // The first run warms the store up and is not counted.
    for (let run = 0; run <= runs; run++) {
      const first = 1 + run * payouts
      const program_id = await addProgram(store)
      await seedPayees(store, program_id, payouts, { first })
      const ours = await runBatch(store.container, service, program_id)
      const baseline = await callBare(provider, first)
      const perSecond = (ms: number): number => (payouts * 1000) / ms
      if (run > 0) {
        deciding.push(perSecond(ours.deciding))
        pairs.push({
          ours: perSecond(ours.sending),
          baseline: perSecond(baseline),
        })
      }
    }
    const sent = [...peer.sandbox.payments.values()].filter(
      ({ payout_id }) => !payout_id.startsWith("bare_")
    ).length
    if (sent !== (runs + 1) * payouts) {
      throw new Error(`sent ${sent} payouts`)
    }
    report(
      `A batch of ${payouts} payouts, ${WIDTH} at once`,
      "payouts/s",
      {
        ours: "set aside, sent in three steps, settled",
        baseline: "bare calls of the provider",
      },
      pairs
    )
    process.stdout.write(
      `  before that: who is due, decided and written down for ${median(deciding).toFixed(0)} affiliates/s\n`
    )
  } finally {
    await store.shutdown()
    await peer.stop()
  }
}

void main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(
      `${error instanceof Error ? error.stack : String(error)}\n`
    )
    process.exit(1)
  }
)
