import type { Page } from "playwright-core"
import { ok, type Store } from "../harness"

/** Between one order and the next in the pictures, in days; they go round in weeks that are shown. */
const STEP_DAYS = 7
const DAYS = 55

/** Moves the orders to days of their own, and has people look: the store itself writes down only what happens now. */
export async function spreadFigures({ database }: Store): Promise<void> {
  await database.sql(
    `WITH moved AS (
       SELECT id, (row_number() OVER (ORDER BY placed_at, id) * $1 % $2)::int AS days
         FROM affiliate_conversion),
     orders AS (
       UPDATE affiliate_conversion v SET placed_at = placed_at - make_interval(days => m.days)
         FROM moved m WHERE m.id = v.id)
     UPDATE affiliate_commission c SET created_at = created_at - make_interval(days => m.days)
       FROM moved m WHERE m.id = c.conversion_id`,
    [STEP_DAYS, DAYS]
  )
  await database.sql(
    `INSERT INTO affiliate_click_daily (day, affiliate_id, link_id, sub_id, clicks)
     SELECT current_date - ago, a.id, '', '', 1 + (7 * ago + 13 * a.place) % 9
       FROM generate_series(0, 59) AS ago
      CROSS JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place
                    FROM affiliate WHERE status = 'approved') a
      WHERE (ago + a.place) % 4 > 0
         ON CONFLICT DO NOTHING`
  )
}

/** Width and height in pixels, and what stands on it. */
const BANNERS = [
  { title: "Autumn in linen", width: 728, height: 90, colour: "#7a5c43" },
  { title: "The enamel teapot", width: 300, height: 250, colour: "#2f5d62" },
]

/** Two banners and words to embed. */
export async function addPictureCreatives(
  { admin }: Store,
  page: Page,
  program_id: string
): Promise<void> {
  const add = async (fields: object) =>
    ok(
      await admin.post("/admin/affiliate-creatives", {
        program_id,
        destination_url: "http://localhost:8000/collections/autumn",
        ...fields,
      })
    )
  await add({
    kind: "text",
    title: "One line for a newsletter",
    text: "Linen that gets softer every year, and a teapot that outlives it.",
  })
  for (const { title, width, height, colour } of BANNERS) {
    await page.setViewportSize({ width, height })
    await page.setContent(
      `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${colour};
                    color:#fdf6ec;font:600 28px Georgia,serif">${title}</body>`
    )
    const content = (await page.screenshot()).toString("base64")
    await add({
      kind: "banner",
      title,
      image: { mime_type: "image/png", content },
    })
  }
}
