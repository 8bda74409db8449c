import { ok, type Store } from "../harness"
import {
  addContract,
  addRule,
  addTier,
  apply,
  join,
  publishAgreement,
  type Application,
} from "../harness/affiliates"
import { add } from "../support/rules"
import type { Day } from "./day"

/** What the pictures of the guide show beside the day itself. */
export type PictureDay = {
  /** Waits, and has answered everything. */
  applicant: string
  /** Recruited by somebody who was recruited, with a paper to be looked at. */
  leo: string
  rule: string
}

const FORM = [
  {
    key: "where",
    label: "Where will you tell people about us?",
    type: "text",
    required: true,
  },
  {
    key: "channel",
    label: "What fits best?",
    type: "choice",
    required: true,
    options: ["Newsletter or blog", "Videos", "My own shop", "A coupon site"],
  },
  { key: "reach", label: "How many people do you reach?", type: "number" },
  { key: "sample", label: "A piece you are proud of", type: "url" },
]

const APPLICATIONS: Application[] = [
  {
    name: "Café Zwölfeck GbR",
    email: "hallo@zwoelfeck.example",
    website: "https://zwoelfeck.example",
    country_code: "de",
    referral_code: "MIRA10",
    answers: { where: "On a card beside every teapot", channel: "My own shop" },
  },
  {
    name: "Oluwaseun Adeyemi",
    email: "seun@adeyemi.example",
    code: "SEUN",
    website: "https://adeyemi.example",
    country_code: "gb",
    referral_code: "PRIYA10",
    answers: {
      where: "Ten-minute dinners, filmed in a very small kitchen.",
      channel: "Videos",
      reach: 21500,
      sample: "https://adeyemi.example/jollof-in-ten",
    },
  },
]

const AGREEMENT = `1. Say that you earn from what you recommend, where people can see it.
2. Do not bid on our name in search ads, and do not post your code on coupon sites.
3. Commissions are paid thirty days after the order. What a customer sends back earns nothing.
4. Either of us may end this at any time. What was earned until then is paid.`

/** Joining and terms, for the store of the pictures. */
export async function playPictureDay(
  store: Store,
  { programs, northwind, priya }: Day
): Promise<PictureDay> {
  const { admin, shop } = store
  ok(
    await admin.post(`/admin/affiliate-programs/${programs.creators}`, {
      form_fields: FORM,
      join_requirements: {
        answers: [
          {
            key: "channel",
            values: ["Newsletter or blog", "Videos", "My own shop"],
          },
        ],
        otherwise: "reject",
      },
      reapply_days: 90,
    })
  )
  await publishAgreement(store, programs.creators, {
    title: "Terms for creators",
    body: AGREEMENT,
  })
  const applicants: string[] = []
  for (const application of APPLICATIONS)
    applicants.push((await apply(shop, application)).id)
  const leo = await join(
    shop,
    {
      name: "Leo Brandt",
      email: "leo@brandt.example",
      code: "LEO",
      country_code: "de",
      answers: { where: "At my cooking school", channel: "Videos" },
    },
    { parent_id: priya.id }
  )
  ok(
    await leo.api.post("/affiliate/identity/documents", {
      name: "Identity card.pdf",
      mime_type: "application/pdf",
      content: Buffer.from("%PDF-1.7\nA card\n%%EOF").toString("base64"),
    })
  )
  await addContract(store, northwind.id, {
    title: "Launch of the autumn catalogue",
    revenue_split: 25,
  })
  await addTier(store, {
    program_id: programs.ambassadors,
    name: "Ambassador",
    auto: true,
  })
  await addTier(store, {
    program_id: programs.ambassadors,
    name: "Star",
    rank: 1,
    commission_value: 18,
    auto: true,
    requirements: [
      {
        metric: "revenue",
        window_days: 90,
        currency_code: "usd",
        threshold: 300,
      },
    ],
  })
  await invite(store, programs.ambassadors)
  return {
    applicant: applicants[1],
    leo: leo.id,
    rule: await addKitchenRule(store, programs.creators),
  }
}

async function invite({ admin }: Store, program_id: string): Promise<void> {
  const { affiliate_invitations } = ok(
    await admin.post("/admin/affiliate-invitations", {
      invitations: [
        {
          email: "hanna.vogel@example.com",
          name: "Hanna Vogel",
          code: "HANNA10",
          discount_percent: 10,
        },
        {
          email: "paolo@trattoria.example",
          name: "Paolo Greco",
          program_id,
          expires_in_days: 30,
        },
        { email: "info@tea-and-co.example", name: "Tea & Co" },
      ],
    })
  )
  ok(
    await admin.delete(
      `/admin/affiliate-invitations/${affiliate_invitations[2].id}`
    )
  )
}

/** Pays more for apron and teapot, and no more than 40 dollars an order. */
async function addKitchenRule(
  store: Store,
  program_id: string
): Promise<string> {
  const kitchen = await add(store, "category", { name: "Kitchen" })
  const { products } = ok(
    await store.admin.get("/admin/products", { limit: 20 })
  )
  ok(
    await store.admin.post(`/admin/product-categories/${kitchen}/products`, {
      add: products
        .filter(({ title }: { title: string }) => /apron|teapot/.test(title))
        .map(({ id }: { id: string }) => id),
    })
  )
  const { id } = await addRule(store, program_id, {
    name: "Kitchen weeks",
    commission_value: 25,
    conditions: [{ attribute: "category", values: [kitchen] }],
  })
  ok(
    await store.admin.post(`/admin/affiliate-rules/${id}`, {
      commission_value: 30,
      cap_per_order: [{ currency_code: "usd", amount: 40 }],
    })
  )
  return id
}
