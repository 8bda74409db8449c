import {
  addProgram,
  balanceOf,
  join,
  release,
  untilPaid,
  type Affiliate,
} from "../../integration-tests/harness/affiliates"
import { eventually } from "../../integration-tests/harness/eventually"
import { capture, ok } from "../../integration-tests/harness/shop"
import { DAY_MS } from "../../integration-tests/peers/paypal"
import { buyWith } from "./buy-with"
import { everywhere } from "./programs"
import { dim, money, type Screen } from "./screen"
import type { Services } from "./services"
import type { DemoShop } from "./shop"

const BATCHES = "/admin/affiliate-payout-batches"
const HOOKS = "/hooks/affiliate/payouts"

/** Of the program they apply to. */
const HANDLE = "podcasters"

/** What each of them sells, in desk lamps at 129 USD, of which a fifth is theirs. */
const LAMPS = { nina: 3, omar: 2, petra: 1, quentin: 1 }
const COMMISSION_ON_A_LAMP = 25.8

type Podcasters = Record<keyof typeof LAMPS, Affiliate>

type Batch = {
  id: string
  status: string
  totals: { provider: string; count: number; amount: number }[]
  due: { affiliate_id: string }[]
  not_due: { affiliate_id: string; message: string }[]
}

type Payout = { id: string; status: string; failure_reason: string | null }

/**
 * A program is paid in one batch, through Stripe and PayPal: one affiliate has set an account up, one's money arrives
 * at once, one's comes back because nobody claimed it, and one has not said where to.
 *
 * @returns its affiliates
 */
export async function playRails(
  shop: DemoShop,
  { stripe, paypal }: Services,
  screen: Screen
): Promise<Affiliate[]> {
  const { baseUrl } = shop.admin
  stripe.tell(`${baseUrl}${HOOKS}/stripe-connect`)
  stripe.fund("usd", 1_000_00)
  const { program_id, ...people } = await recruit(shop)
  await sell(shop, people)
  const { nina, omar, petra, quentin } = people
  const { expect } = checker(screen)

  const { url } = ok(
    await nina.api.post("/affiliate/payout-method/onboarding", {
      provider: "stripe-connect",
    })
  )
  const before = await methodOf(nina)
  expect(
    !before.payouts_enabled,
    `Nina sets out to Stripe: “${before.state_note}”`
  )
  await fetch(url, { redirect: "manual" })
  await stripe.deliver(stripe.lastEvent("account.updated"))
  await eventually(async () => {
    if (!(await methodOf(nina)).payouts_enabled) throw new Error("not yet")
  })
  screen.good("Stripe says that Nina can be paid")
  for (const [who, receiver] of [
    [omar, "registered"],
    [petra, "unregistered"],
  ] as const) {
    paypal.payouts.receivers.set(who.email, receiver)
    const details = { email: who.email }
    const method = { provider: "paypal", details }
    ok(await who.api.post("/affiliate/payout-method", method))
  }

  const body = { program_id, currency_code: "usd" }
  const preview: Batch = ok(
    await shop.admin.post(BATCHES, { ...body, dry_run: true })
  ).payout_batch
  expect(preview.due.length === 3, `${preview.due.length} are due:`)
  for (const { provider, count, amount } of preview.totals)
    screen.tell(dim(`  ${provider}: ${count}, ${money(amount, "usd")}`))
  const [left] = preview.not_due
  expect(
    left?.affiliate_id === quentin.id,
    `and Quentin is not: “${left?.message}”`
  )

  const made: Batch = ok(await shop.admin.post(BATCHES, body)).payout_batch
  ok(await shop.admin.post(`${BATCHES}/${made.id}/approve`))
  await eventually(async () => {
    const { payout_batch } = ok(await shop.admin.get(`${BATCHES}/${made.id}`))
    if (payout_batch.status !== "finished")
      throw new Error(`the batch is ${payout_batch.status}`)
  })
  screen.good("the merchant approves the batch, and it runs")

  const payoutOf = async ({ id }: Affiliate): Promise<Payout> =>
    ok(await shop.admin.get("/admin/affiliate-payouts", { affiliate_id: id }))
      .payouts[0]
  const byStripe = await payoutOf(nina)
  const sent = stripe.transfersOf(`${byStripe.id}-1`)
  expect(
    byStripe.status === "paid" &&
      sent.length === 1 &&
      sent[0].amount === Math.round(100 * earned("nina")),
    `Nina: one transfer of ${money(earned("nina"), "usd")}, ${byStripe.status}`
  )

  const say = async (kind: string, { id }: Payout, forged = false) => {
    const event = paypal.webhooks
      .of(`PAYOUTS-ITEM.${kind}`)
      .find(({ resource }) => resource.sender_batch_id === `${id}-1`)
    return event
      ? await paypal.webhooks.deliver(event, `${baseUrl}${HOOKS}/paypal`, {
          forged,
        })
      : 0
  }
  const until = async (who: Affiliate, status: string): Promise<Payout> =>
    await eventually(async () => {
      const payout = await payoutOf(who)
      if (payout.status !== status)
        throw new Error(`${who.name}'s payout is ${payout.status}`)
      return payout
    })
  paypal.payouts.process()
  const [arriving, waiting] = [await payoutOf(omar), await payoutOf(petra)]
  const forged = await say("SUCCEEDED", arriving, true)
  expect(forged === 401, "a word that PayPal did not say is not listened to")
  await say("SUCCEEDED", arriving)
  await until(omar, "paid")
  screen.good(`Omar: PayPal says that ${money(earned("omar"), "usd")} arrived`)
  await say("UNCLAIMED", waiting)
  paypal.clock.advance(30 * DAY_MS)
  await say("RETURNED", waiting)
  const { failure_reason } = await until(petra, "failed")
  const { available } = await balanceOf(shop, petra.id)
  expect(
    available === earned("petra"),
    `Petra: nobody claimed it for 30 days, and ${money(available, "usd")} are hers again: “${failure_reason}”`
  )
  return Object.values(people)
}

async function recruit(
  shop: DemoShop
): Promise<Podcasters & { program_id: string }> {
  const program_id = await addProgram(shop, {
    name: "Podcasters",
    handle: HANDLE,
    commission_value: 20,
    hold_days: 0,
    minimum_payouts: everywhere(20, 20, 2000),
  })
  const enter = (name: string, code: string) =>
    join(shop, {
      name,
      email: `${code.toLowerCase()}@example.com`,
      code,
      program: HANDLE,
    })
  return {
    program_id,
    nina: await enter("Nina Sørensen", "NINA"),
    omar: await enter("Omar Haddad", "OMAR"),
    petra: await enter("Petra Vlašić", "PETRA"),
    quentin: await enter("Quentin Moreau", "QUENTIN"),
  }
}

async function sell(shop: DemoShop, people: Podcasters): Promise<void> {
  const lamp = shop.wares[6]
  for (const [name, quantity] of Object.entries(LAMPS)) {
    const word = name.toUpperCase()
    const id = await buyWith(
      shop,
      { word },
      {
        name: `A listener of ${people[name as keyof Podcasters].name}`,
        currency: "usd",
        items: [{ ware: lamp, quantity }],
      }
    )
    await capture(shop, id)
    await untilPaid(shop, id)
  }
  await release(shop)
}

const earned = (name: keyof typeof LAMPS): number =>
  Math.round(100 * LAMPS[name] * COMMISSION_ON_A_LAMP) / 100

const methodOf = async ({ api }: Affiliate) =>
  ok(await api.get("/affiliate/payout-method")).payout_method

const checker = ({ good, bad }: Screen) => ({
  expect: (right: boolean, what: string) => (right ? good(what) : bad(what)),
})
