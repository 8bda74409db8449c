import { existsSync } from "node:fs"
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createEmptyDatabase, type TestDatabase } from "../harness/database"
import { eventually } from "../harness/eventually"
import {
  buy,
  createApi,
  ok,
  openShop,
  seedShop,
  type Api,
  type Shop,
} from "../harness/shop"
import { startChromium } from "../harness/chromium"
import { freePort } from "../harness/free-port"
import { startStoreProcess, type StoreProcess } from "../harness/store-process"
import { createApp, medusa } from "./app"
import { command } from "./command"
import { buildStorefront, followTheGuide, putBesides } from "./guide"
import { buyByCode, buyByLink } from "./guide-shopper"
import { startNext } from "./next-process"

/** The package as a merchant gets it: packed, installed by npm in a new Medusa app, migrated, started, sold through. */
jest.setTimeout(15 * 60_000)

const ADMIN = { email: "merchant@example.com", password: "a long password" }

let place: string
let app: string
let database: TestDatabase
let server: StoreProcess | undefined
let admin: Api
let shop: Shop
let storefrontPort: number
let storefront: string

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "affiliate-pack-"))
  app = join(place, "store")
  database = await createEmptyDatabase()
  storefrontPort = await freePort()
})

afterAll(async () => {
  await server?.stop()
  await database.drop()
  await rm(place, { recursive: true, force: true })
})

test("it builds, and every export is in the package", async () => {
  await command(process.cwd(), "npm", ["run", "build"])
  await command(process.cwd(), "npm", ["pack", "--pack-destination", place])
  await command(place, "tar", ["xzf", await tarball()])
  const unpacked = join(place, "package")
  const { exports } = JSON.parse(
    await readFile(join(unpacked, "package.json"), "utf8")
  )

  const targets = Object.values(exports).flatMap((target) =>
    typeof target === "string"
      ? [target]
      : Object.values(target as Record<string, string>)
  )
  const missing = targets.filter(
    (target) => !target.includes("*") && !existsSync(join(unpacked, target))
  )
  expect(missing).toEqual([])
})

test("it holds neither tests nor the repository's own store", async () => {
  const unpacked = join(place, "package")
  expect((await readdir(unpacked)).sort()).toEqual(
    expect.arrayContaining([".medusa", "LICENSE", "README.md", "package.json"])
  )
  expect(await readdir(join(unpacked, ".medusa", "server"))).toEqual(["src"])
})

test("it holds the portal as it was built, and not what that was built from", async () => {
  const portal = join(place, "package", ".medusa", "server", "src", "portal")
  expect((await readdir(portal)).sort()).toEqual(["assets", "index.html"])
  const kinds = (await readdir(join(portal, "assets"))).map(
    (name) => /\.(js|css)(\.gz)?$/.exec(name)?.[0]
  )
  expect(new Set(kinds)).toEqual(new Set([".js", ".js.gz", ".css", ".css.gz"]))
})

test("the storefront kit runs without anything else installed, as a module and with require", async () => {
  const kit = join(place, "package", ".medusa/server/src/storefront")
  const say = "console.log(readReferral('/?ref=ADA').code)"
  const asModule = `import { readReferral } from "${join(kit, "index.mjs")}"; ${say}`
  const node = (args: string[]) => command(place, process.execPath, args)
  expect(await node(["--input-type=module", "-e", asModule])).toBe("ADA\n")
  const required = `const { readReferral } = require("${join(kit, "index.cjs")}"); ${say}`
  expect(await node(["-e", required])).toBe("ADA\n")
})

test("npm installs it in a new app, and its types are found there", async () => {
  await createApp(app, await tarball())
  await command(app, join("node_modules", ".bin", "tsc"), ["--noEmit"])
})

test("the app finds the storefront kit, its hooks and the snippet by their names", async () => {
  const name = "medusa-plugin-affiliate"
  const node = (args: string[]) => command(app, process.execPath, args)
  const asModule = `
    import { createAffiliateClient } from "${name}/storefront"
    import { useAffiliateCode } from "${name}/storefront/react"
    console.log(typeof createAffiliateClient, typeof useAffiliateCode)`
  expect(await node(["--input-type=module", "-e", asModule])).toBe(
    "function function\n"
  )
  const required = `
    const { createAffiliateClient } = require("${name}/storefront")
    const { useAffiliateCode } = require("${name}/storefront/react")
    console.log(typeof createAffiliateClient, typeof useAffiliateCode)
    console.log(require("fs").existsSync(require.resolve("${name}/snippet.js")))`
  expect(await node(["-e", required])).toBe("function function\ntrue\n")
})

test("the app finds the payout providers that ship with it", async () => {
  const found = `
    const { default: paypal } = require("medusa-plugin-affiliate/providers/paypal")
    console.log(paypal.services[0].identifier)`
  expect(await command(app, process.execPath, ["-e", found])).toBe("paypal\n")
})

test("its tables are made in an empty database, and migrating again changes nothing", async () => {
  const env = { DATABASE_URL: database.url }
  await medusa(app, ["db:migrate", "--execute-all-links"], env)
  const programs = () =>
    database.sql<{ handle: string }>(
      "SELECT handle FROM affiliate_program ORDER BY handle"
    )
  expect(await programs()).toEqual([{ handle: "default" }])

  await medusa(app, ["db:migrate", "--execute-all-links"], env)
  expect(await programs()).toEqual([{ handle: "default" }])
})

test("the app's dashboard builds with it, and the app starts in production", async () => {
  const env = { DATABASE_URL: database.url }
  await medusa(app, ["user", "-e", ADMIN.email, "-p", ADMIN.password], env)
  await medusa(app, ["build"], env)
  const built = join(app, ".medusa", "server")
  server = await startStoreProcess({
    directory: built,
    databaseUrl: database.url,
    env: {
      NODE_ENV: "production",
      DISABLE_ADMIN: "",
      STORE_CORS: `http://localhost:${storefrontPort}`,
    },
  })
  const dashboard = await fetch(`${server.baseUrl}/app`)
  expect(dashboard.status).toBe(200)
  expect(await dashboard.text()).toContain('<div id="medusa">')
  const snippet = await fetch(`${server.baseUrl}/affiliate/snippet.js`)
  expect(snippet.status).toBe(200)
  expect(await snippet.text()).toContain("/affiliate/clicks")

  const { token } = ok(await server.api.post("/auth/user/emailpass", ADMIN))
  admin = server.api.as(token)
})

test("the affiliate's portal is served there", async () => {
  const page = await fetch(`${admin.baseUrl}/affiliate/portal/links`)
  expect(page.status).toBe(200)
  const html = await page.text()
  const [, script] = /src="\.(\/assets\/[^"]+\.js)"/.exec(html) ?? []
  const asset = await fetch(`${admin.baseUrl}/affiliate/portal${script}`)
  expect(asset.status).toBe(200)
  expect(asset.headers.get("content-type")).toContain("javascript")
})

test("an order with an affiliate's code is credited there", async () => {
  shop = openShop(
    createApi(admin.baseUrl, { ...admin.headers }),
    await seedShop(admin)
  )
  const { affiliate } = ok(
    await admin.post("/admin/affiliates", {
      name: "Grace Hopper",
      email: "grace@example.com",
      code: "GRACE",
      discount_percent: 10,
    })
  )
  const order = await buy(shop, {
    items: [{ ware: shop.shirt, quantity: 2 }, { ware: shop.mug }],
    code: "GRACE",
  })

  expect(order.total).toBe(228.8)
  await eventually(async () => {
    const { affiliate_order } = ok(
      await admin.get(`/admin/affiliate-orders/${order.id}`)
    )
    expect(affiliate_order).toMatchObject({
      outcome: "attributed",
      affiliate_id: affiliate.id,
      source: "code",
      base_total: 198,
      commission_total: 39.6,
    })
  })
  expect(ok(await admin.get("/admin/affiliate-health")).ok).toBe(true)
})

test("the guide's Next.js storefront is made from an empty folder, and all TypeScript of the guide fits the types", async () => {
  storefront = await followTheGuide(join(place, "empty"), await tarball(), {
    baseUrl: admin.baseUrl,
    publishableKey: shop.publishableKey,
  })
  await putBesides(storefront)
  await buildStorefront(storefront)
})

const testWithChromium = process.env.AFFILIATE_TEST_CHROMIUM ? test : test.skip

testWithChromium(
  "who comes there by a link is credited, and who types a code",
  async () => {
    const stop = await startNext(storefront, storefrontPort)
    const browser = await startChromium()
    try {
      const address = `http://localhost:${storefrontPort}/`
      const byLink = await buyByLink(shop, browser, address)
      expect(byLink.figures).toEqual({ clicks: 1, orders: 1 })
      const byCode = await buyByCode(shop, browser, address)
      for (const { orderId, affiliateId } of [byLink, byCode])
        await eventually(async () => {
          const { affiliate_order } = ok(
            await admin.get(`/admin/affiliate-orders/${orderId}`)
          )
          expect(affiliate_order.affiliate_id).toBe(affiliateId)
        })
    } finally {
      await browser.close()
      await stop()
    }
  }
)

async function tarball(): Promise<string> {
  const names = await readdir(place)
  const name = names.find((one) => one.endsWith(".tgz"))
  if (!name) throw new Error("nothing was packed")
  return join(place, name)
}
