import { messageOf, RETURN_URL, useStripe } from "./stripe-connect-world"

const stripe = useStripe()

const ada = {
  id: "aff_ada",
  email: "ada@example.com",
  details: null,
  return_url: RETURN_URL,
}

/** Where the browser is sent by the address that Stripe gave. */
const follow = async (url: string): Promise<string | null> =>
  (await fetch(url, { redirect: "manual" })).headers.get("location")

describe("setting out", () => {
  test("an Express account for transfers alone, that knows whose it is", async () => {
    const { url, account } = await stripe.provider.startOnboarding(ada)

    const [made] = [...stripe.peer.world.accounts.values()]
    expect(url).toContain(made.id)
    expect(made).toMatchObject({
      type: "express",
      email: ada.email,
      metadata: { affiliate_id: ada.id },
      capabilities: { transfers: "inactive" },
    })
    expect(account).toEqual({
      details: { account_id: made.id },
      masked: { account: `•••• ${made.id.slice(-4)}`, country: "US" },
      account_id: made.id,
      identity: {
        status: "pending",
        note: "The set-up at Stripe is not finished yet",
      },
      state: {
        payouts_enabled: false,
        note: "The set-up at Stripe is not finished yet",
      },
    })
  })

  test("the store's country and agreement are asked for", async () => {
    await stripe
      .providerWith({ country: "de", service_agreement: "recipient" })
      .startOnboarding(ada)

    const [made] = [...stripe.peer.world.accounts.values()]
    expect(made.country).toBe("DE")
    expect(made.tos_acceptance?.service_agreement).toBe("recipient")
  })

  test("one account, however often the button is pressed", async () => {
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => stripe.provider.startOnboarding(ada))
    )
    await stripe.provider.startOnboarding(ada)

    expect(tries.some(({ status }) => status === "fulfilled")).toBe(true)
    expect(stripe.peer.world.accounts.size).toBe(1)
  })

  test("an answer that was lost does not cost a second account", async () => {
    stripe.peer.faults.next("POST /v1/accounts", {
      kind: "drop",
      when: "after",
    })
    await stripe.provider.startOnboarding(ada)

    expect(stripe.peer.world.accounts.size).toBe(1)
  })

  test("a changed e-mail address is no obstacle", async () => {
    await stripe.provider.startOnboarding(ada)

    await expect(
      stripe.provider.startOnboarding({ ...ada, email: "new@example.com" })
    ).resolves.toMatchObject({ url: expect.stringContaining("/setup/") })
  })

  test("the account on file is gone on with", async () => {
    const { account } = await stripe.provider.startOnboarding(ada)
    stripe.peer.advance(3 * 24 * 60 * 60)

    const again = await stripe.provider.startOnboarding({
      ...ada,
      details: account.details,
    })
    expect(again.account.details).toEqual(account.details)
    expect(stripe.peer.world.accounts.size).toBe(1)
  })

  test("one that is closed is replaced, at once", async () => {
    const { account } = await stripe.provider.startOnboarding(ada)
    stripe.peer.deauthorize(account.details.account_id)

    const again = await stripe.provider.startOnboarding({
      ...ada,
      details: account.details,
    })
    expect(again.account.details).not.toEqual(account.details)
    expect(stripe.peer.world.accounts.size).toBe(1)
  })

  test("somebody else's account on file is not entered", async () => {
    const { account } = await stripe.provider.startOnboarding(ada)

    const { account: own } = await stripe.provider.startOnboarding({
      ...ada,
      id: "aff_eve",
      details: account.details,
    })
    expect(own.details).not.toEqual(account.details)
  })

  test("the link leads through Stripe and back, once; then to a fresh one", async () => {
    const { url, account } = await stripe.provider.startOnboarding(ada)

    expect(await follow(url)).toBe(RETURN_URL)
    expect(await follow(url)).toBe(`${RETURN_URL}?onboarding=expired`)
    expect(
      (await stripe.provider.refreshAccount(account.details)).state
    ).toEqual({ payouts_enabled: true })
  })

  test("a link that was left lying leads to a fresh one", async () => {
    const { url } = await stripe.provider.startOnboarding(ada)
    stripe.peer.advance(301)

    expect(await follow(url)).toBe(`${RETURN_URL}?onboarding=expired`)
  })

  test("what Stripe refuses is told", async () => {
    expect(
      await messageOf(
        stripe.provider.startOnboarding({ ...ada, email: "nonsense" })
      )
    ).toMatch(/could not be started: .*Invalid email/)
  })

  test("a Stripe that is away is told", async () => {
    await stripe.peer.close()

    expect(await messageOf(stripe.provider.startOnboarding(ada))).toMatch(
      /could not be started: Stripe cannot be reached/
    )
  }, 20_000)

  test("it is a link, not a form", async () => {
    expect(await stripe.provider.describeOnboarding()).toEqual({ type: "link" })
  })
})

describe("an account", () => {
  test("of the store's is taken, with what Stripe says of it", async () => {
    const account_id = await stripe.account()

    expect(await stripe.provider.validateAccount({ account_id })).toEqual({
      details: { account_id },
      masked: { account: `•••• ${account_id.slice(-4)}`, country: "US" },
      account_id,
      identity: { status: "verified" },
      state: { payouts_enabled: true },
    })
  })

  test.each<[string, Record<string, unknown>, RegExp]>([
    ["none", {}, /details.account_id: must be/],
    ["no id", { account_id: "../balance" }, /details.account_id: must be/],
    ["a number", { account_id: 5 }, /details.account_id: must be/],
    ["not the store's", { account_id: "acct_1Other" }, /no such account/],
    ["with more", { account_id: "acct_1", iban: "DE" }, /details: iban/],
  ])("%s is refused", async (_, details, message) => {
    expect(await messageOf(stripe.provider.validateAccount(details))).toMatch(
      message
    )
  })

  test("of which Stripe wants more is stopped, and told what", async () => {
    const account_id = await stripe.account()
    stripe.peer.requireMore(account_id, ["external_account"])

    expect(await stripe.provider.refreshAccount({ account_id })).toMatchObject({
      state: {
        payouts_enabled: false,
        note: "Stripe still needs a bank account or debit card",
      },
      identity: { status: "pending" },
    })
  })

  test("that Stripe is verifying waits", async () => {
    const account_id = await stripe.account()
    stripe.peer.verifying(account_id)

    expect(
      (await stripe.provider.refreshAccount({ account_id })).state?.note
    ).toMatch(/verifying/)
  })

  test("that Stripe rejects is rejected", async () => {
    const account_id = await stripe.account()
    stripe.peer.reject(account_id, "rejected.fraud")

    expect(await stripe.provider.refreshAccount({ account_id })).toMatchObject({
      state: { payouts_enabled: false },
      identity: {
        status: "rejected",
        note: "Stripe has rejected the account (fraud)",
      },
    })
  })

  test("that has left is stopped, not forgotten", async () => {
    const account_id = await stripe.account()
    stripe.peer.deauthorize(account_id)

    expect(await stripe.provider.refreshAccount({ account_id })).toMatchObject({
      details: { account_id },
      state: {
        payouts_enabled: false,
        note: expect.stringMatching(/no longer connected/),
      },
    })
  })
})

describe("trying the store's keys", () => {
  test("shows the mode and the money there is", async () => {
    stripe.peer.world.pending.set("usd", 1234)

    expect(await stripe.provider.check()).toEqual({
      ok: true,
      message: expect.stringMatching(/test mode/),
      facts: {
        mode: "test",
        available: "1000.00 USD, 100000 JPY, 1000.000 KWD",
        pending: "12.34 USD",
        webhooks: "set up",
      },
    })
  })

  test("says when nothing that happens later would arrive", async () => {
    expect(
      await stripe.providerWith({ webhook_secret: "" }).check()
    ).toMatchObject({
      ok: true,
      message: expect.stringMatching(/Without webhook_secret/),
      facts: { webhooks: "not set up" },
    })
  })

  test("a wrong key is told, and is not shown", async () => {
    const check = await stripe
      .providerWith({ api_key: "sk_test_wrongandsecret" })
      .check()

    expect(check).toMatchObject({
      ok: false,
      message: expect.stringMatching(/check api_key/),
    })
    expect(JSON.stringify(check)).not.toContain("wrongandsecret")
  })

  test("a Stripe that is away is told", async () => {
    await stripe.peer.close()

    expect(await stripe.provider.check()).toMatchObject({
      ok: false,
      message: expect.stringMatching(/cannot be reached/),
    })
  }, 20_000)
})
