import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"

import Medusa from "@medusajs/js-sdk"

import {
  AffiliateError,
  createAffiliateClient,
  type Backend,
} from "../../src/storefront"

/** What the client asks of a store; what a store answers to it is tried in `storefront/`. */

type Asked = {
  method?: string
  path?: string
  key: unknown
  type: unknown
  body: unknown
}

let server: Server
let asked: Asked[]
let answer: { status: number; body: unknown }
let baseUrl: string
beforeAll(async () => {
  server = createServer((req, res) => {
    let text = ""
    req.on("data", (chunk) => (text += chunk))
    req.on("end", () => {
      asked.push({
        method: req.method,
        path: req.url,
        key: req.headers["x-publishable-api-key"],
        type: req.headers["content-type"]?.split(";")[0],
        body: text ? JSON.parse(text) : null,
      })
      res.writeHead(answer.status, { "content-type": "application/json" })
      res.end(JSON.stringify(answer.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})
beforeEach(() => {
  asked = []
})

const publishableKey = "pk_test"
const keyed = { key: publishableKey, type: "application/json" }
/** Nothing that a browser would have to ask another host about first. */
const plain = { key: undefined, type: "text/plain" }
const backends: [string, () => Backend, Partial<Asked>][] = [
  ["an address", () => ({ baseUrl: `${baseUrl}/`, publishableKey }), plain],
  ["Medusa's SDK", () => new Medusa({ baseUrl, publishableKey }), keyed],
]

describe.each(backends)("a store by %s", (_, backend, asClick) => {
  test("is asked for what the contract says", async () => {
    const client = createAffiliateClient(backend())
    answer = { status: 202, body: { click: { id: "c" } } }
    expect(await client.recordClick({ code: "ADA", sub_id: "bio" })).toEqual({
      id: "c",
    })
    answer = { status: 200, body: { affiliate_code: { code: "A/B" } } }
    expect(await client.getCode("a/b")).toEqual({ code: "A/B" })
    answer = { status: 200, body: { cart_affiliate: { cart_id: "x" } } }
    expect(await client.bindCart("x")).toEqual({ cart_id: "x" })
    await client.unbindCart("x")
    answer = { status: 200, body: { affiliate_program: { name: "P" } } }
    expect(await client.getProgram("a b")).toEqual({ name: "P" })
    answer = { status: 201, body: { affiliate: { id: "aff" } } }
    const application = { name: "Ada", agreement_version: "1" }
    expect(await client.apply(application)).toEqual({ id: "aff" })

    expect(asked).toEqual(
      [
        {
          method: "POST",
          path: "/affiliate/clicks",
          body: { code: "ADA", sub_id: "bio" },
          ...asClick,
        },
        { method: "GET", path: "/store/affiliate/codes/a%2Fb", body: null },
        { method: "POST", path: "/store/carts/x/affiliate", body: {} },
        { method: "DELETE", path: "/store/carts/x/affiliate", body: null },
        {
          method: "GET",
          path: "/store/affiliate/program?handle=a%20b",
          body: null,
        },
        {
          method: "POST",
          path: "/store/customers/me/affiliate",
          body: application,
        },
      ].map((one) => ({ ...keyed, ...one }))
    )
  })

  test("says what it refused, in its own words", async () => {
    answer = {
      status: 404,
      body: { type: "not_found", message: "There is no affiliate code X" },
    }
    const refused = createAffiliateClient(backend()).getCode("X")
    await expect(refused).rejects.toBeInstanceOf(AffiliateError)
    await expect(refused).rejects.toMatchObject({
      status: 404,
      message: "There is no affiliate code X",
    })
  })
})

test.each(backends)(
  "a store by %s that is not there is an error too",
  async (name) => {
    const gone = { baseUrl: "http://localhost:1", publishableKey }
    const backend = name === "an address" ? gone : new Medusa(gone)
    const refused = createAffiliateClient(backend).getCode("X")
    await expect(refused).rejects.toBeInstanceOf(AffiliateError)
    await expect(refused).rejects.toMatchObject({ status: undefined })
  }
)
