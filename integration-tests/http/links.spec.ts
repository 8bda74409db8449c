import { ok, useStore, type Api } from "../harness"
import { browserAt, follow } from "../harness/affiliates/browsers"
import { join, type Affiliate } from "../harness/affiliates"
import {
  createAffiliate,
  logIn,
  register,
  unique,
  uniqueEmail,
} from "../support/people"
import { expectNothingChanged } from "../support/unchanged"

const store = useStore()

const SHIRTS = "http://localhost:8000/shirts"

let ada: Affiliate
let bob: Affiliate
beforeAll(async () => {
  ada = await join(store.shop, {
    name: "Ada King",
    email: uniqueEmail(),
    code: "ADALINKS",
  })
  bob = await join(store.shop, { name: "Bob", email: uniqueEmail() })
})

const make = async (api: Api, fields: object = {}) =>
  ok(await api.post("/affiliate/links", { destination_url: SHIRTS, ...fields }))
    .link

const visitor = (headers: Record<string, string> = {}) =>
  browserAt(store.api, headers)

const clicksOf = (link_id: string) =>
  store.database.sql<Record<string, unknown>>(
    "SELECT * FROM affiliate_click WHERE link_id = $1 ORDER BY created_at",
    [link_id]
  )

describe("a link", () => {
  test("is made for a page of the store, and says where to follow it and what it brought", async () => {
    const link = await make(ada.api, {
      label: "Shirts in my bio",
      campaign: "Spring",
      sub_id: "bio",
      utm: { source: "{affiliate}", medium: "affiliate" },
    })
    expect(link).toEqual({
      id: expect.stringMatching(/^afflink_/),
      slug: expect.stringMatching(/^[a-z0-9]{9}$/),
      url: `${store.baseUrl}/affiliate/r/${link.slug}`,
      destination_url: SHIRTS,
      label: "Shirts in my bio",
      campaign: "Spring",
      sub_id: "bio",
      utm: { source: "{affiliate}", medium: "affiliate" },
      archived_at: null,
      clicks: 0,
      orders: 0,
      created_at: expect.any(String),
      updated_at: expect.any(String),
    })
    expect(ok(await ada.api.get(`/affiliate/links/${link.id}`)).link).toEqual(
      link
    )
  })

  test("may have a slug of one's own, in whatever letter case nobody else's", async () => {
    const slug = unique("Summer-")
    expect((await make(ada.api, { slug })).slug).toBe(slug)
    const { status, body } = await bob.api.post("/affiliate/links", {
      destination_url: SHIRTS,
      slug: slug.toUpperCase(),
    })
    expect(status).toBe(422)
    expect(body.message).toBe(`The slug ${slug.toUpperCase()} is already taken`)
  })

  test("is found by campaign, mark and words, newest first, and hidden when it is archived", async () => {
    const campaign = unique("Autumn ")
    const first = await make(ada.api, { campaign, label: "One of two" })
    const second = await make(ada.api, { campaign, sub_id: "mail" })
    await make(bob.api, { campaign })
    const list = async (query: Record<string, string>) => {
      const { links, count } = ok(await ada.api.get("/affiliate/links", query))
      return { ids: links.map(({ id }: { id: string }) => id), count }
    }
    expect(await list({ campaign })).toEqual({
      ids: [second.id, first.id],
      count: 2,
    })
    expect(await list({ campaign, sub_id: "mail" })).toMatchObject({
      ids: [second.id],
    })
    expect(await list({ campaign, q: "one of" })).toMatchObject({
      ids: [first.id],
    })
    ok(await ada.api.post(`/affiliate/links/${first.id}`, { archived: true }))
    expect(await list({ campaign })).toMatchObject({ ids: [second.id] })
    expect(await list({ campaign, archived: "true" })).toMatchObject({
      ids: [first.id],
    })
    ok(await ada.api.post(`/affiliate/links/${first.id}`, { archived: false }))
    expect(await list({ campaign })).toMatchObject({ count: 2 })
  })

  test("is changed field by field", async () => {
    const link = await make(ada.api, { campaign: "Spring", sub_id: "bio" })
    const changed = ok(
      await ada.api.post(`/affiliate/links/${link.id}`, {
        destination_url: "http://localhost:8000/mugs",
        campaign: null,
      })
    ).link
    expect(changed).toMatchObject({
      slug: link.slug,
      destination_url: "http://localhost:8000/mugs",
      campaign: null,
      sub_id: "bio",
    })
  })

  const wrong: [what: string, body: object][] = [
    ["another host", { destination_url: "https://evil.example/" }],
    [
      "another host behind the store's",
      { destination_url: "http://localhost:8000@evil.example/" },
    ],
    ["no address", { destination_url: "shirts" }],
    ["a script", { destination_url: "javascript:alert(1)" }],
    ["nothing", { destination_url: undefined }],
    ["a slug of two letters", { slug: "ab" }],
    ["a slug with a slash", { slug: "a/b/c" }],
    ["a name that no visit has", { utm: { source: "{email}" } }],
    ["an unknown word of web analytics", { utm: { foo: "bar" } }],
    ["an unknown field", { clicks: 5 }],
    ["somebody else's name on it", { affiliate_id: "aff_1" }],
    ["a label over two lines", { label: "a\nb" }],
  ]
  test.each(wrong)(
    "with %s is refused, and nothing is made",
    async (_, body) => {
      const { status } = await expectNothingChanged(store, () =>
        ada.api.post("/affiliate/links", { destination_url: SHIRTS, ...body })
      )
      expect(status).toBe(400)
    }
  )

  test("of somebody else is not there, whatever is done to it", async () => {
    const { id } = await make(bob.api)
    const answers = await expectNothingChanged(store, async () => [
      await ada.api.get(`/affiliate/links/${id}`),
      await ada.api.get(`/affiliate/links/${id}/qr`),
      await ada.api.post(`/affiliate/links/${id}`, { label: "mine" }),
      await ada.api.delete(`/affiliate/links/${id}`),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    const { links } = ok(await ada.api.get("/affiliate/links", { limit: 100 }))
    expect(links.map((link: { id: string }) => link.id)).not.toContain(id)
  })

  test("that nobody followed is gone when it is deleted; one that was followed keeps its slug", async () => {
    const gone = await make(ada.api, { slug: unique("gone-") })
    const kept = await make(ada.api, { slug: unique("kept-") })
    await follow(visitor(), `/affiliate/r/${kept.slug}`)
    for (const { id } of [gone, kept]) {
      expect(ok(await ada.api.delete(`/affiliate/links/${id}`))).toEqual({
        id,
        object: "affiliate_link",
        deleted: true,
      })
    }
    expect((await follow(visitor(), `/affiliate/r/${kept.slug}`)).status).toBe(
      404
    )
    expect((await make(bob.api, { slug: gone.slug })).slug).toBe(gone.slug)
    const again = await bob.api.post("/affiliate/links", {
      destination_url: SHIRTS,
      slug: kept.slug,
    })
    expect(again.status).toBe(422)
  })

  test("is not made by whoever is suspended, and leads nowhere from then on", async () => {
    const eve = await join(store.shop, { name: "Eve", email: uniqueEmail() })
    const link = await make(eve.api)
    ok(await store.admin.post(`/admin/affiliates/${eve.id}/suspend`))
    const refused = await eve.api.post("/affiliate/links", {
      destination_url: SHIRTS,
    })
    expect(refused.status).toBe(400)
    expect((await follow(visitor(), `/affiliate/r/${link.slug}`)).status).toBe(
      404
    )
  })

  test("of somebody who waits for a decision leads nowhere yet", async () => {
    const email = uniqueEmail()
    await register(store, { email })
    const waiting = await logIn(store, email)
    const link = await make(waiting)
    expect((await follow(visitor(), `/affiliate/r/${link.slug}`)).status).toBe(
      404
    )
  })

  test("of somebody who is erased ends, and nothing that was written on it is kept", async () => {
    const gone = await join(store.shop, { name: "Gone", email: uniqueEmail() })
    const link = await make(gone.api, {
      label: "Gone Soon",
      campaign: "Gone",
      sub_id: "gone@example.com",
      utm: { source: "gone" },
    })
    const path = `/affiliate/r/${link.slug}`
    await follow(visitor(), path)
    await follow(visitor(), `${path}?sub_id=gone-2`)
    ok(
      await store.admin.post(`/admin/affiliates/${gone.id}/erase`, {
        reason: "asked",
      })
    )
    expect((await follow(visitor(), path)).status).toBe(404)
    const [row] = await store.database.sql(
      "SELECT label, campaign, sub_id, utm FROM affiliate_link WHERE id = $1",
      [link.id]
    )
    expect(row).toEqual({
      label: null,
      campaign: null,
      sub_id: null,
      utm: null,
    })
    const days = await store.database.sql(
      "SELECT link_id, sub_id, clicks FROM affiliate_click_daily WHERE affiliate_id = $1",
      [gone.id]
    )
    expect(days).toEqual([{ link_id: link.id, sub_id: "", clicks: 2 }])
  })

  test("is a QR code that leads to it, as PNG and as SVG", async () => {
    const link = await make(ada.api)
    const image = async (query: string) => {
      const answer = await fetch(
        `${store.baseUrl}/affiliate/links/${link.id}/qr${query}`,
        { headers: ada.api.headers }
      )
      return {
        status: answer.status,
        type: answer.headers.get("content-type"),
        name: answer.headers.get("content-disposition"),
        bytes: Buffer.from(await answer.arrayBuffer()),
      }
    }
    const png = await image("?size=300")
    expect(png).toMatchObject({ status: 200, type: "image/png" })
    expect(png.bytes.subarray(1, 4).toString()).toBe("PNG")
    expect(png.bytes.readUInt32BE(16)).toBe(300)
    const svg = await image("?format=svg&download=true")
    expect(svg).toMatchObject({
      status: 200,
      type: "image/svg+xml; charset=utf-8",
      name: `attachment; filename="${link.slug}.svg"`,
    })
    expect(svg.bytes.toString()).toContain("<svg")
    expect((await image("?size=100000")).status).toBe(400)
    expect((await image("?format=pdf")).status).toBe(400)
  })
})

describe("whoever follows a link", () => {
  test("is sent to its page with the code, the click and web analytics, after the click was written", async () => {
    const link = await make(ada.api, {
      campaign: "Spring",
      sub_id: "bio",
      utm: {
        source: "{affiliate}",
        campaign: "{campaign}",
        content: "{sub_id}",
      },
    })
    const { status, location, set_cookie } = await follow(
      visitor({ referer: "https://blog.example/post" }),
      `/affiliate/r/${link.slug}`
    )
    expect(status).toBe(302)
    const [click] = await clicksOf(link.id)
    expect(`${location?.origin}${location?.pathname}`).toBe(SHIRTS)
    expect(Object.fromEntries(location!.searchParams)).toEqual({
      ref: "ADALINKS",
      aff_click: click.id,
      utm_source: "Ada King",
      utm_campaign: "Spring",
      utm_content: "bio",
    })
    expect(click).toMatchObject({
      affiliate_id: ada.id,
      counted: true,
      sub_id: "bio",
      referrer: "https://blog.example/post",
    })
    expect(set_cookie).toMatch(/^aff_click=[\w.-]+; Max-Age=2592000; Path=\/; /)
    expect(set_cookie).toMatch(/HttpOnly/)
    expect(set_cookie).toMatch(/SameSite=Lax/)
    const { link: after } = ok(await ada.api.get(`/affiliate/links/${link.id}`))
    expect(after).toMatchObject({ clicks: 1, orders: 0 })
  })

  test("needs no more of the slug than a person remembers", async () => {
    const link = await make(ada.api, { slug: unique("Easy-") })
    for (const typed of [
      link.slug.toUpperCase(),
      `${link.slug}.`,
      encodeURIComponent(`“${link.slug}”!`),
      `${link.slug}/`,
    ]) {
      const { status } = await follow(visitor(), `/affiliate/r/${typed}`)
      expect({ typed, status }).toEqual({ typed, status: 302 })
    }
  })

  test("may bring a mark of the affiliate's, which goes before the link's", async () => {
    const link = await make(ada.api, { sub_id: "bio" })
    await follow(visitor(), `/affiliate/r/${link.slug}?sub_id=story-7`)
    await follow(visitor(), `/affiliate/r/${link.slug}?sub_id=a&sub_id=b`)
    await follow(visitor(), `/affiliate/r/${link.slug}?sub_id=`)
    expect((await clicksOf(link.id)).map(({ sub_id }) => sub_id)).toEqual([
      "story-7",
      "bio",
      "bio",
    ])
  })

  test("is the same visitor the next time, by the cookie alone", async () => {
    const link = await make(ada.api)
    const path = `/affiliate/r/${link.slug}`
    const { cookie } = await follow(visitor(), path)
    await follow(visitor({ cookie: `a=b; ${cookie}` }), path)
    const clicks = await clicksOf(link.id)
    expect(
      clicks.map(({ counted, uncounted_reason }) => [counted, uncounted_reason])
    ).toEqual([
      [true, null],
      [false, "repeat"],
    ])
    expect(clicks[1].visitor_id).toBe(clicks[0].visitor_id)
  })

  test("is nobody we know with a cookie that we did not write", async () => {
    const link = await make(ada.api)
    const path = `/affiliate/r/${link.slug}`
    const { cookie } = await follow(visitor(), path)
    const [id, who] = cookie!.slice("aff_click=".length).split(".")
    const forged = `aff_click=${id}.${who}.${"A".repeat(22)}`
    await follow(visitor({ cookie: forged }), path)
    const clicks = await clicksOf(link.id)
    expect(clicks[1]).toMatchObject({ counted: true })
    expect(clicks[1].visitor_id).not.toBe(clicks[0].visitor_id)
  })

  test.each([["sends Global Privacy Control", { "sec-gpc": "1" }]])(
    "who %s is counted and not remembered",
    async (_, headers) => {
      const link = await make(ada.api)
      const { status, set_cookie, location } = await follow(
        visitor({ ...headers, referer: "https://blog.example/" }),
        `/affiliate/r/${link.slug}`
      )
      expect({ status, set_cookie }).toEqual({ status: 302, set_cookie: null })
      const [click] = await clicksOf(link.id)
      expect(location?.searchParams.get("aff_click")).toBe(click.id)
      expect(click).toMatchObject({
        counted: true,
        visitor_id: null,
        referrer: null,
        landing_url: null,
      })
    }
  )

  test.each([
    ["a crawler", { "user-agent": "Googlebot/2.1" }, "bot"],
    [
      "a browser that looks ahead",
      { "sec-purpose": "prefetch;prerender" },
      "prefetch",
    ],
    ["an old browser that looks ahead", { "x-moz": "prefetch" }, "prefetch"],
  ])("when it is %s is sent on and not counted", async (_, headers, reason) => {
    const link = await make(ada.api)
    const path = `/affiliate/r/${link.slug}`
    expect((await follow(visitor(headers), path)).status).toBe(302)
    expect(await clicksOf(link.id)).toMatchObject([
      { counted: false, uncounted_reason: reason },
    ])
    const { link: after } = ok(await ada.api.get(`/affiliate/links/${link.id}`))
    expect(after.clicks).toBe(0)
  })

  test("is sent on when they come more often than is counted from one address", async () => {
    const link = await make(ada.api)
    const path = `/affiliate/r/${link.slug}`
    const often = visitor()
    for (let fifty = 0; fifty < 6; fifty++) {
      await Promise.all(Array.from({ length: 50 }, () => follow(often, path)))
    }
    const before = await clicksOf(link.id)
    const { status, location } = await follow(often, path)
    expect(status).toBe(302)
    expect(location?.searchParams.get("ref")).toBe("ADALINKS")
    expect(location?.searchParams.has("aff_click")).toBe(false)
    expect(await clicksOf(link.id)).toHaveLength(before.length)
  }, 60_000)

  test("of a link that leads nowhere is told so, as a person or as a program", async () => {
    const html = await follow(
      visitor({ accept: "text/html,*/*" }),
      "/affiliate/r/never-made"
    )
    expect(html).toMatchObject({ status: 404, location: null })
    expect(html.body).toContain("This link leads nowhere")
    const json = await follow(visitor(), "/affiliate/r/never-made")
    expect(json.status).toBe(404)
    expect(JSON.parse(json.body)).toMatchObject({
      type: "not_found",
      message: "There is no affiliate link never-made",
    })
    for (const [word, expected] of [
      ["", 404],
      ["%00", 400],
      ["a".repeat(400), 404],
      ["..%2f..", 404],
    ] as const) {
      const { status } = await follow(visitor(), `/affiliate/r/${word}`)
      expect({ word, status }).toEqual({ word, status: expected })
    }
  })

  test("is not sent to a host that is allowed no longer", async () => {
    const link = await make(ada.api)
    await store.database.sql(
      "UPDATE affiliate_link SET destination_url = 'https://elsewhere.example/' WHERE id = $1",
      [link.id]
    )
    const { status } = await follow(visitor(), `/affiliate/r/${link.slug}`)
    expect(status).toBe(404)
  })

  test("is asked for no login, and reaches nothing else without one", async () => {
    const { status } = await follow(visitor(), "/affiliate/r/../links")
    expect(status).toBe(401)
    expect((await store.api.get("/affiliate/links")).status).toBe(401)
  })
})

describe("a click by a link's slug", () => {
  test("is recorded by the storefront as one by a code is", async () => {
    const link = await make(ada.api)
    const api = browserAt(store.shop.storefront)
    const { click } = ok(
      await api.post("/store/affiliate/clicks", {
        link: link.slug.toUpperCase(),
        sub_id: "story",
        consent: true,
      })
    )
    expect(await clicksOf(link.id)).toMatchObject([
      { id: click.id, affiliate_id: ada.id, code_id: null, sub_id: "story" },
    ])
  })

  test("of a visitor who said no keeps nothing of them", async () => {
    const { codes } = await createAffiliate(store)
    const api = browserAt(store.shop.storefront)
    const { click } = ok(
      await api.post("/store/affiliate/clicks", {
        code: codes[0].code,
        visitor_id: "v-1",
        landing_url: "https://shop.example/?email=a@b.example",
        referrer: "https://blog.example/",
        consent: false,
      })
    )
    const [row] = await store.database.sql(
      "SELECT * FROM affiliate_click WHERE id = $1",
      [click.id]
    )
    expect(row).toMatchObject({
      counted: true,
      visitor_id: null,
      landing_url: null,
      referrer: null,
    })
  })
})
