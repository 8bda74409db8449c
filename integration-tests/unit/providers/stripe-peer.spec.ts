import { readForm } from "../../peers/stripe/form"
import { startStripePeer, type StripePeer } from "../../peers/stripe"

let peer: StripePeer

beforeEach(async () => {
  peer = await startStripePeer()
})
afterEach(() => peer.close())

const HEADERS = {
  authorization: "Bearer sk_test_peer",
  "stripe-version": "2026-10-28.endive",
}

const ask = async (
  path: string,
  body?: string,
  headers: Record<string, string> = {}
) => {
  const response = await fetch(`${peer.url}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      ...HEADERS,
      ...(body !== undefined && {
        "content-type": "application/x-www-form-urlencoded",
      }),
      ...headers,
    },
    body,
  })
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown> & {
      error?: { type: string; code?: string; param?: string }
    },
  }
}

test.each([
  ["a=1&b=two%20words", { a: "1", b: "two words" }],
  ["a[b]=1&a[c][d]=2", { a: { b: "1", c: { d: "2" } } }],
  ["a[]=1&a[]=2", { a: ["1", "2"] }],
  ["a[1]=y&a[0]=x", { a: ["x", "y"] }],
  ["a[0][b]=1&a[1][b]=2", { a: [{ b: "1" }, { b: "2" }] }],
  ["a%5Bb%5D=1", { a: { b: "1" } }],
  ["__proto__[x]=1&a[constructor]=1", {}],
])("a form %s is read", (form, value) => expect(readForm(form)).toEqual(value))

describe("this Stripe", () => {
  const transfer = async () => {
    const { body } = await ask(
      "/v1/accounts",
      "type=express&capabilities[transfers][requested]=true"
    )
    peer.complete(String(body.id))
    peer.fund("usd", 1_000_000)
    return (amount: number, group = "g") =>
      `amount=${amount}&currency=usd&destination=${String(body.id)}&transfer_group=${group}`
  }

  test("takes its own key and version only, and says what it does not know", async () => {
    expect(
      await ask("/v1/balance", undefined, { authorization: "Bearer sk_test_x" })
    ).toMatchObject({
      status: 401,
      body: { error: { type: "invalid_request_error" } },
    })
    expect(
      (await ask("/v1/balance", undefined, { "stripe-version": "2019-01-01" }))
        .status
    ).toBe(400)
    expect((await ask("/v1/nothing")).status).toBe(404)
    expect(await ask("/v1/transfers/tr_1")).toMatchObject({
      status: 404,
      body: { error: { code: "resource_missing" } },
    })
    expect(await ask("/v1/accounts", "type=express&colour=red")).toMatchObject({
      status: 400,
      body: { error: { code: "parameter_unknown", param: "colour" } },
    })
    expect(
      (
        await ask("/v1/accounts", '{"type":"express"}', {
          "content-type": "application/json",
        })
      ).status
    ).toBe(400)
  })

  test("a key is one request: replayed, refused with other words, forgotten after a day", async () => {
    const form = await transfer()
    const key = { "idempotency-key": "k1" }
    const first = await ask("/v1/transfers", form(100), key)
    const again = await ask("/v1/transfers", form(100), key)

    expect(first.headers.get("idempotent-replayed")).toBeNull()
    expect(again.headers.get("idempotent-replayed")).toBe("true")
    expect(again.headers.get("original-request")).toBe(
      first.headers.get("request-id")
    )
    expect(again.body).toEqual(first.body)
    expect(await ask("/v1/transfers", form(200), key)).toMatchObject({
      status: 400,
      body: { error: { type: "idempotency_error" } },
    })

    peer.advance(24 * 60 * 60 - 1)
    await ask("/v1/transfers", form(100), key)
    expect(peer.world.transfers).toHaveLength(1)
    peer.advance(1)
    await ask("/v1/transfers", form(100), key)
    expect(peer.world.transfers).toHaveLength(2)
  })

  test("a key whose request is under way answers 409", async () => {
    const form = await transfer()
    const key = { "idempotency-key": "k1" }
    peer.faults.next("POST /v1/transfers", { kind: "slow", ms: 100 })

    const answers = await Promise.all([
      ask("/v1/transfers", form(100), key),
      ask("/v1/transfers", form(100), key),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test("a refusal before anything was carried out leaves the key free", async () => {
    const form = await transfer()
    const key = { "idempotency-key": "k1" }
    await ask("/v1/transfers", form(-1), key)

    expect((await ask("/v1/transfers", form(100), key)).status).toBe(200)
  })

  test("lists by cursor, newest first", async () => {
    const form = await transfer()
    for (let amount = 1; amount <= 5; amount++) {
      await ask("/v1/transfers", form(amount, amount % 2 ? "odd" : "even"))
    }
    const amounts = (body: Record<string, unknown>) =>
      (body.data as { amount: number; id: string }[]).map((one) => one.amount)

    const first = await ask("/v1/transfers?limit=2")
    expect(amounts(first.body)).toEqual([5, 4])
    expect(first.body.has_more).toBe(true)
    const [, { id }] = first.body.data as { id: string }[]
    const second = await ask(`/v1/transfers?limit=3&starting_after=${id}`)
    expect(amounts(second.body)).toEqual([3, 2, 1])
    expect(second.body.has_more).toBe(false)
    expect(
      amounts((await ask("/v1/transfers?transfer_group=odd")).body)
    ).toEqual([5, 3, 1])
    expect((await ask("/v1/transfers?limit=101")).status).toBe(400)
  })

  test("answers 429 to those in a hurry", async () => {
    peer.requests_per_second = 3
    const statuses = await Promise.all(
      [1, 2, 3, 4, 5].map(async () => (await ask("/v1/balance")).status)
    )
    expect(statuses.filter((status) => status === 429)).toHaveLength(2)
  })

  test("an account's balance is its own", async () => {
    const form = await transfer()
    await ask("/v1/transfers", form(700))
    const [account] = peer.world.accounts.keys()

    expect(
      (await ask("/v1/balance", undefined, { "stripe-account": account })).body
        .available
    ).toEqual([{ amount: 700, currency: "usd", source_types: { card: 700 } }])
  })
})
