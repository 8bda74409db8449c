import { createServer, request, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { ok } from "../harness"
import { shows } from "../admin/reading"
import { settle } from "./accessible"
import type { Cast } from "./cast"
import { BRAND, type Portal } from "./portal"

/** What stands in front of a store: takes requests below a prefix, and passes them on without it. */
async function behindPrefix(target: string, prefix: string): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    if (!incoming.url?.startsWith(`${prefix}/`)) {
      outgoing.writeHead(404).end()
      return
    }
    const passed = request(
      new URL(incoming.url.slice(prefix.length), target),
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      }
    )
    incoming.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return server
}

export function servingPromises(portal: Portal<Cast>): void {
  const ask = (path: string, init?: RequestInit) =>
    fetch(new URL(`/affiliate/portal${path}`, portal.store.baseUrl), init)

  test.each(["", "/", "/links", "/payouts/affpay_1", "/what/ever/there/is"])(
    "is the same page at “%s”, with a policy that runs nothing but its own files",
    async (path) => {
      const answer = await ask(path)
      const html = await answer.text()
      expect(answer.status).toBe(200)
      expect(answer.headers.get("content-type")).toContain("text/html")
      expect(answer.headers.get("content-security-policy")).toContain(
        "script-src 'self';"
      )
      expect(html).toContain(`<title>${BRAND.name}</title>`)
      const [, base] = /<base href="([^"]*)">/.exec(html)!
      expect(new URL(base, answer.url).pathname).toBe("/affiliate/portal/")
      for (const [, attributes] of html.matchAll(/<script([^>]*)>/g))
        expect(attributes).toMatch(/src=|type="application\/json"/)
    }
  )

  test("its files are kept by browsers, and come compressed", async () => {
    const html = await (await ask("")).text()
    const [, script] = /src="\.(\/assets\/[^"]+\.js)"/.exec(html)!
    const answer = await ask(script, {
      headers: { "accept-encoding": "gzip" },
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.get("content-encoding")).toBe("gzip")
    expect(answer.headers.get("cache-control")).toContain("immutable")
    expect(answer.headers.get("content-type")).toContain("javascript")
    const plain = await ask(script, {
      headers: { "accept-encoding": "identity" },
    })
    expect(plain.headers.get("content-encoding")).toBeNull()
    expect(await plain.text()).toBe(await answer.text())
  })

  test.each([
    "/assets/nothing.js",
    "/assets/..%2findex.html",
    "/assets/..%2f..%2fpackage.json",
    "/program.json?handle=nowhere",
    "/invitation.json?token=guessed",
    "/invitation.json",
  ])("has nothing at %s", async (path) => {
    const { status, headers } = await ask(path)
    expect(status).toBe(404)
    expect(headers.get("content-type")).toContain("json")
  })

  test("takes nothing, and opens no other door", async () => {
    expect((await ask("/links", { method: "POST" })).status).toBe(404)
    const { api } = portal.store
    for (const path of [
      "/affiliate/profile",
      "/affiliate/portals",
      "/affiliate/portal/../profile",
    ])
      expect((await api.get(path)).status).toBe(401)
  })

  test("shows everybody what the page to apply needs, and no more", async () => {
    const answer = await ask("/program.json")
    const { affiliate_program } = (await answer.json()) as {
      affiliate_program: object
    }
    expect(Object.keys(affiliate_program).sort()).toEqual([
      "agreement",
      "form_fields",
      "handle",
      "name",
      "takes_applications",
    ])
  })

  test("works below a prefix that the store knows nothing of", async () => {
    const server = await behindPrefix(portal.store.baseUrl, "/shop/api")
    try {
      const { port } = server.address() as AddressInfo
      const { page, open, signIn } = await portal.visit(
        {},
        `http://localhost:${port}/shop/api`
      )
      await signIn(portal.prepared.ada.email)
      await shows(page.locator("main"), "Hello Ada")
      await page.getByRole("link", { name: "Payouts", exact: true }).click()
      await shows(page.locator("main"), "No payouts yet")
      expect(new URL(page.url()).pathname).toBe(
        "/shop/api/affiliate/portal/payouts"
      )
      await open("/payouts/method")
      await settle(page)
      await shows(page.locator("main"), "Account holder")
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })

  test("a suspended affiliate is told so, and still sees what is theirs", async () => {
    const { store, prepared } = portal
    ok(await store.admin.post(`/admin/affiliates/${prepared.ada.id}/suspend`))
    const { page, signIn } = await portal.visit()
    await signIn(prepared.ada.email)
    await shows(page.locator("main"), "Your account is suspended")
    ok(await store.admin.post(`/admin/affiliates/${prepared.ada.id}/reinstate`))
  })
}
