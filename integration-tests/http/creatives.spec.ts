import { Modules } from "@medusajs/framework/utils"
import { ok, useStore, type Json } from "../harness"
import { addProgram, unique } from "../harness/affiliates"
import { browserAt, follow } from "../harness/affiliates/browsers"
import { makeAffiliate } from "../support/affiliates"
import { handIn, IMAGES, SVG } from "../support/images"
import { WITHOUT_SCHEDULE } from "../support/servers"
import { expectNothingChanged } from "../support/unchanged"

/** Banners and texts that the merchant offers, and what affiliates embed. */

const made: string[] = []
// Before the store is there, so that it runs before the store shuts down: the images are files, not rows.
afterAll(async () => {
  for (const id of made) await store.admin.delete(`${CREATIVES}/${id}`)
})
const store = useStore({ env: { ...WITHOUT_SCHEDULE } })

const CREATIVES = "/admin/affiliate-creatives"
const SHIRTS = "http://localhost:8000/shirts?size=m"

type Person = Awaited<ReturnType<typeof makeAffiliate>>
let program_id: string
let ada: Person
beforeAll(async () => {
  program_id = await addProgram(store)
  ada = await makeAffiliate(store, { name: "Ada", program_id })
})

const add = async (fields: object = {}): Promise<Json> => {
  const { affiliate_creative } = ok(
    await store.admin.post(CREATIVES, {
      program_id,
      title: unique("Creative "),
      kind: "text",
      text: "Shirts for spring",
      destination_url: SHIRTS,
      ...fields,
    })
  )
  made.push(affiliate_creative.id)
  return affiliate_creative
}

const addBanner = (fields: object = {}) =>
  add({ kind: "banner", text: null, image: handIn(IMAGES.png), ...fields })

const offeredTo = async (
  { api }: Pick<Person, "api">,
  query: Record<string, string> = {}
): Promise<Json[]> =>
  ok(await api.get("/affiliate/creatives", { limit: 100, ...query })).creatives

const find = async (id: string, query: Record<string, string> = {}) =>
  (await offeredTo(ada, query)).find((creative) => creative.id === id)

test("a banner is kept with its image, which everybody can see, and its size", async () => {
  const banner = await addBanner({ title: "Spring", text: "Shirts" })
  expect(banner).toEqual({
    id: expect.stringMatching(/^affcrea_/),
    program_id,
    title: "Spring",
    kind: "banner",
    text: "Shirts",
    destination_url: SHIRTS,
    image_url: expect.stringMatching(/\.png$/),
    mime_type: "image/png",
    width: 3,
    height: 2,
    archived_at: null,
    created_at: expect.any(String),
    updated_at: expect.any(String),
  })
  expect(ok(await store.admin.get(`${CREATIVES}/${banner.id}`))).toEqual({
    affiliate_creative: banner,
  })
  const [{ file_id }] = await store.database.sql<{ file_id: string }>(
    "SELECT file_id FROM affiliate_creative WHERE id = $1",
    [banner.id]
  )
  const file = await store.container.resolve(Modules.FILE).getAsBuffer(file_id)
  expect(file.toString("base64")).toBe(IMAGES.png.content)
})

test("affiliates of the program embed it, with their own code in its address", async () => {
  const text = await add({ title: "A & B", text: `"Shirts" <now>` })
  const banner = await addBanner()
  const url = `http://localhost:8000/shirts?size=m&ref=${ada.code}`
  const attributes = `href="${url.replace("&", "&amp;")}" rel="sponsored noopener" target="_blank"`
  expect(await find(text.id)).toEqual({
    id: text.id,
    title: "A & B",
    kind: "text",
    text: `"Shirts" <now>`,
    destination_url: SHIRTS,
    image_url: null,
    width: null,
    height: null,
    url,
    embed_code: `<a ${attributes}>&quot;Shirts&quot; &lt;now&gt;</a>`,
    created_at: text.created_at,
    updated_at: text.updated_at,
  })
  expect((await find(banner.id))!.embed_code).toBe(
    `<a ${attributes}><img src="${banner.image_url}" width="3" height="2" alt="${banner.title}"></a>`
  )
})

test("or with a link of theirs, which counts who follows it", async () => {
  const { id } = await add()
  const { link } = ok(
    await ada.api.post("/affiliate/links", {
      destination_url: "http://localhost:8000/",
    })
  )
  const creative = await find(id, { link_id: link.id })
  expect(creative!.url).toBe(link.url)
  expect(creative!.embed_code).toContain(`href="${link.url}"`)
  const followed = await follow(
    browserAt(store.api),
    new URL(creative!.url).pathname
  )
  expect(followed.status).toBe(302)
  const { link: after } = ok(await ada.api.get(`/affiliate/links/${link.id}`))
  expect(after.clicks).toBe(1)

  ok(await ada.api.post(`/affiliate/links/${link.id}`, { archived: true }))
  const archived = await ada.api.get("/affiliate/creatives", {
    link_id: link.id,
  })
  expect(archived.status).toBe(404)
})

test("somebody else's link is not there, nor are creatives of another program", async () => {
  const bob = await makeAffiliate(store, { name: "Bob" })
  const { id } = await add()
  const { link } = ok(
    await bob.api.post("/affiliate/links", {
      destination_url: "http://localhost:8000/",
    })
  )
  const refused = await ada.api.get("/affiliate/creatives", {
    link_id: link.id,
  })
  expect(refused).toMatchObject({ status: 404, body: { type: "not_found" } })
  expect((await offeredTo(bob)).map((one) => one.id)).not.toContain(id)
  expect(
    (await bob.api.get("/affiliate/creatives", { program_id })).status
  ).toBe(400)
})

test("whoever has no code and names no link has nothing to embed", async () => {
  const eve = await makeAffiliate(store, { name: "Eve", program_id })
  ok(await store.admin.delete(`/admin/affiliates/${eve.id}/codes/${eve.code}`))
  const { id } = await add()
  const creative = (await offeredTo(eve)).find((one) => one.id === id)
  expect(creative).toMatchObject({ url: null, embed_code: null })
})

test("what is archived is offered to nobody, until it is again", async () => {
  const { id, title } = await add()
  const archive = async (archived: boolean) =>
    ok(await store.admin.post(`${CREATIVES}/${id}`, { archived }))
      .affiliate_creative
  const listed = async (archived: string) =>
    ok(await store.admin.get(CREATIVES, { title, archived })).count
  expect((await archive(true)).archived_at).toEqual(expect.any(String))
  expect(await find(id)).toBeUndefined()
  expect([await listed("false"), await listed("true")]).toEqual([0, 1])
  expect((await archive(false)).archived_at).toBeNull()
  expect(await find(id)).toBeDefined()
})

test("a new image takes the place of the one before, whose file is gone", async () => {
  const banner = await addBanner()
  const fileOf = async () =>
    (
      await store.database.sql<{ file_id: string }>(
        "SELECT file_id FROM affiliate_creative WHERE id = $1",
        [banner.id]
      )
    )[0].file_id
  const before = await fileOf()
  const changed = ok(
    await store.admin.post(`${CREATIVES}/${banner.id}`, {
      image: handIn(IMAGES.gif),
    })
  ).affiliate_creative
  expect(changed).toMatchObject({
    mime_type: "image/gif",
    width: 1,
    height: 1,
    image_url: expect.stringMatching(/\.gif$/),
  })
  const files = store.container.resolve(Modules.FILE)
  await expect(files.getAsBuffer(before)).rejects.toThrow()

  const now = await fileOf()
  expect(ok(await store.admin.delete(`${CREATIVES}/${banner.id}`))).toEqual({
    id: banner.id,
    object: "affiliate_creative",
    deleted: true,
  })
  await expect(files.getAsBuffer(now)).rejects.toThrow()
  expect((await store.admin.get(`${CREATIVES}/${banner.id}`)).status).toBe(404)
})

test("who changed it is recorded", async () => {
  const { id, title } = await add()
  const changed = unique("Changed ")
  ok(await store.admin.post(`${CREATIVES}/${id}`, { title: changed }))
  ok(await store.admin.delete(`${CREATIVES}/${id}`))
  const { changes } = ok(
    await store.admin.get("/admin/affiliate-changes", { entity_id: id })
  )
  expect(
    changes.map(({ action, actor }: Json) => [action, actor?.type])
  ).toEqual([
    ["deleted", "user"],
    ["changed", "user"],
    ["created", "user"],
  ])
  expect(changes[1].changes).toEqual({ title: { from: title, to: changed } })
})

const wrong: [named: string, body: object][] = [
  ["destination_url", { destination_url: "https://evil.example/" }],
  ["program_id", { program_id: "affprog_none" }],
  ["'text'", { text: null }],
  ["'image'", { kind: "banner" }],
  ["'image'", { image: handIn(IMAGES.png) }],
  [
    "mime_type",
    {
      kind: "banner",
      image: { ...handIn(IMAGES.png), mime_type: "image/gif" },
    },
  ],
  [
    "mime_type",
    { kind: "banner", image: { mime_type: "image/svg+xml", content: SVG } },
  ],
  [
    "image.content",
    { kind: "banner", image: { mime_type: "image/png", content: SVG } },
  ],
  [
    "image.content",
    {
      kind: "banner",
      image: { mime_type: "image/png", content: "no base64!" },
    },
  ],
  [
    "2 MB",
    {
      kind: "banner",
      image: {
        mime_type: "image/png",
        content: Buffer.alloc(2 * 1024 * 1024 + 3).toString("base64"),
      },
    },
  ],
]
test.each(wrong)("is refused, naming %s, case %#", async (named, body) => {
  const { status, body: answer } = await expectNothingChanged(store, () =>
    store.admin.post(CREATIVES, {
      program_id,
      title: "Wrong",
      kind: "text",
      text: "Shirts",
      destination_url: SHIRTS,
      ...body,
    })
  )
  expect({ status, answer }).toEqual({
    status: 400,
    answer: {
      type: "invalid_data",
      message: expect.stringContaining(named),
    },
  })
})

test("a text stays a text: it takes no image, and is never without words", async () => {
  const { id } = await add()
  for (const body of [{ image: handIn(IMAGES.png) }, { text: null }])
    expect(
      (
        await expectNothingChanged(store, () =>
          store.admin.post(`${CREATIVES}/${id}`, body)
        )
      ).status
    ).toBe(400)
})
