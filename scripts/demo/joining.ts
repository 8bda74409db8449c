import {
  apply,
  newLogin,
  publishAgreement,
  type Application,
} from "../../integration-tests/harness/affiliates"
import { ok } from "../../integration-tests/harness/shop"
import { AGREEMENT, type Programs } from "./programs"
import type { Screen } from "./screen"
import type { DemoShop } from "./shop"

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

/** Whoever collects codes is turned down at once; everybody else waits for the merchant. */
const CREATORS = {
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
}

/** Students come in by themselves. */
const AMBASSADORS = {
  auto_approve: true,
  join_requirements: {
    email_domains: ["university.example"],
    otherwise: "review",
  },
}

const APPLICATIONS: Application[] = [
  {
    name: "Nora Lindqvist",
    email: "nora.lindqvist@example.com",
    code: "NORA",
    website: "https://noras-kitchen.example",
    country_code: "se",
    answers: {
      where: "A weekly newsletter on Nordic kitchens.",
      channel: "Newsletter or blog",
      reach: 4000,
      sample: "https://noras-kitchen.example/rye-bread",
    },
  },
  {
    name: "Café Zwölfeck GbR",
    email: "hallo@zwoelfeck.example.com",
    website: "https://zwoelfeck.example",
    country_code: "de",
    referral_code: "MIRA",
    answers: {
      where: "On a card beside every teapot that we pour from.",
      channel: "My own shop",
      reach: 300,
    },
  },
  {
    name: "Oluwaseun Adeyemi",
    email: "seun@adeyemi.example.com",
    code: "SEUN",
    website: "https://adeyemi.example",
    country_code: "gb",
    referral_code: "DRACHENFELS",
    answers: {
      where: "Ten-minute dinners, filmed in a very small kitchen.",
      channel: "Videos",
      reach: 21500,
      sample: "https://adeyemi.example/jollof-in-ten",
    },
  },
  {
    name: "Lotte de Vries",
    email: "lotte.de.vries@example.com",
    country_code: "nl",
    program: "ambassadors",
  },
]

const COUPON_SITE: Application = {
  name: "Coupon Heaven",
  email: "deals@coupon-heaven.example.com",
  website: "https://coupon-heaven.example",
  answers: { where: "On our front page.", channel: "A coupon site" },
}

const STUDENT: Application = {
  name: "Tiago Martins",
  email: "t.martins@university.example",
  code: "TIAGO",
  country_code: "pt",
  program: "ambassadors",
}

/** What applicants are asked, who decides about them, and who is invited instead. */
export async function playJoining(
  shop: DemoShop,
  programs: Programs,
  screen: Screen
): Promise<void> {
  const set = async (id: string, fields: object) =>
    ok(await shop.admin.post(`/admin/affiliate-programs/${id}`, fields))
  await set(programs.creators, CREATORS)
  await set(programs.ambassadors, AMBASSADORS)
  for (const application of APPLICATIONS) await apply(shop, application)
  screen.good(`${APPLICATIONS.length} applications wait for the merchant`)

  await expectStatus(shop, screen, COUPON_SITE, "rejected")
  await expectStatus(shop, screen, STUDENT, "approved")
  await playInvitations(shop, programs, screen)

  await publishAgreement(shop, programs.creators, {
    title: "Terms for creators",
    body: `${AGREEMENT}\n5. Mark advertising on video in the first ten seconds.`,
  })
  screen.good(
    "version 2 of what creators agree to: payouts wait until they accept it"
  )
}

/** Decided by the program alone. */
async function expectStatus(
  shop: DemoShop,
  screen: Screen,
  application: Application,
  expected: "rejected" | "approved"
): Promise<void> {
  const { id, name } = await apply(shop, application)
  const { affiliate } = ok(await shop.admin.get(`/admin/affiliates/${id}`))
  const what = `${name} is ${affiliate.status} by what the program asks for`
  if (affiliate.status === expected) screen.good(what)
  else screen.bad(`${what}, not ${expected}`)
}

/** One is accepted, one taken back, the others are open. */
async function playInvitations(
  shop: DemoShop,
  { creators, creatorTier, ambassadors }: Programs,
  screen: Screen
): Promise<void> {
  const { admin, storefront } = shop
  const path = "/admin/affiliate-invitations"
  const rosa = { name: "Rosa Bell", email: "rosa.bell@example.com" }
  const { affiliate_invitation } = ok(
    await admin.post(path, {
      ...rosa,
      program_id: ambassadors,
      code: "ROSA10",
      discount_percent: 10,
    })
  )
  const login = await newLogin({ api: storefront }, rosa.email)
  const { affiliate } = ok(
    await login.post("/affiliate/register", {
      name: rosa.name,
      invitation_token: affiliate_invitation.token,
      agreement_version: "1",
    })
  )
  ok(
    await admin.post(path, {
      email: "hanna.vogel@example.com",
      name: "Hanna Vogel",
      program_id: creators,
      tier_id: creatorTier("Reseller"),
      expires_in_days: 30,
    })
  )
  const { affiliate_invitations } = ok(
    await admin.post(path, {
      csv: [
        "email,name,program,code,discount_percent",
        "paolo@trattoria.example.com,Paolo Greco,ambassadors,PAOLO10,10",
        "info@tea-and-co.example.com,Tea & Co,,TEAANDCO,",
        "m.abadi@example.com,Mariam Abadi,ambassadors,,",
      ].join("\n"),
    })
  )
  ok(await admin.delete(`${path}/${affiliate_invitations[2].id}`))
  const what = `${affiliate_invitations.length + 2} are invited, one by one and from a file; Rosa accepts and is ${affiliate.status}`
  if (affiliate.status === "approved") screen.good(what)
  else screen.bad(what)
}
