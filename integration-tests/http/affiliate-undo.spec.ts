import {
  createStep,
  createWorkflow,
  WorkflowResponse,
  type ReturnWorkflow,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  buy,
  fillCart,
  ok,
  recordEvents,
  signUp,
  useStore,
  type EventRecord,
} from "../harness"
import {
  acceptInvitationWorkflow,
  addCodeWorkflow,
  applyAsCustomerWorkflow,
  approveAffiliateWorkflow,
  clearCartAffiliateWorkflow,
  createAffiliateWorkflow,
  createLinkWorkflow,
  createProgramWorkflow,
  createTierWorkflow,
  deleteAffiliateWorkflow,
  deleteLinkWorkflow,
  deleteProgramWorkflow,
  deleteTierWorkflow,
  importAffiliatesWorkflow,
  inviteAffiliatesWorkflow,
  registerAffiliateWorkflow,
  reinstateAffiliateWorkflow,
  rejectAffiliateWorkflow,
  retireCodeWorkflow,
  setCartAffiliateWorkflow,
  suspendAffiliateWorkflow,
  updateAffiliateWorkflow,
  updateLinkWorkflow,
  updateProgramWorkflow,
  updateTierWorkflow,
} from "../../src/workflows"
import { WITH_ENCRYPTION, BANK } from "../support/affiliates"
import {
  createAffiliate,
  newLogin,
  register,
  unique,
  uniqueEmail,
} from "../support/people"
import { addProgram } from "../support/programs"
import { expectNothingChanged } from "../support/unchanged"
import { untilReconciled } from "../support/verdicts"

const store = useStore({ env: WITH_ENCRYPTION })

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

const failStep = createStep("affiliate-test-fail", async () => {
  throw new Error("a store's own step failed")
})

/**
 * Runs a use case inside a store's own workflow whose next step fails, and expects that every step of the use case is
 * undone: nothing has changed and nothing is told.
 */
async function expectUndone<Input>(
  useCase: ReturnWorkflow<Input, unknown, []>,
  input: Input,
  check: (act: () => Promise<void>) => Promise<void> = (act) =>
    expectNothingChanged(store, act)
): Promise<void> {
  const failing = createWorkflow(
    unique(`affiliate-test-${useCase.getName()}-`),
    (given: WorkflowData<Input>) => {
      useCase.runAsStep({ input: given })
      failStep()
      return new WorkflowResponse(null)
    }
  )
  heard.clear()
  await check(async () => {
    const { errors } = await failing(store.container).run({
      input: input as never,
      throwOnError: false,
    })
    // The use case itself went well.
    expect(errors.map(({ error }) => error.message)).toEqual([
      "a store's own step failed",
    ])
  })
  expect(heard.names("affiliate.")).toEqual([])
  // What was to happen can happen now.
  await useCase(store.container).run({ input: input as never })
}

/**
 * The id of a login, which knows already that it is no affiliate's. Medusa keeps a key of a login for ever: one that was
 * an affiliate's for a moment holds `null` afterwards, which says the same as no key.
 */
async function loginOf(email: string): Promise<string> {
  const [{ id }] = await store.database.sql<{ id: string }>(
    `UPDATE auth_identity SET app_metadata = coalesce(app_metadata, '{}') || '{"affiliate_id": null}'
      WHERE id = (SELECT auth_identity_id FROM provider_identity WHERE entity_id = $1)
      RETURNING id`,
    [email]
  )
  return id
}

async function identityOf(email: string): Promise<string> {
  const [{ id }] = await store.database.sql<{ id: string }>(
    `SELECT auth_identity_id AS id FROM provider_identity WHERE entity_id = $1`,
    [email]
  )
  return id
}

async function someoneWithAHistory() {
  const affiliate = await createAffiliate(store, { discount_percent: 10 })
  const { code } = affiliate.codes[0]
  const { id } = await buy(store.shop, {
    items: [{ ware: store.shop.mug }],
    code,
  })
  await untilReconciled(store, id)
  return { ...affiliate, code }
}

describe("undone by a later failure, nothing is left of", () => {
  test("an affiliate made with a discount", async () => {
    await expectUndone(createAffiliateWorkflow, {
      name: "Ada",
      email: uniqueEmail(),
      code: unique("UNDO"),
      discount_percent: 10,
    })
  })

  test("a registration", async () => {
    const email = uniqueEmail()
    await newLogin(store, email)
    await expectUndone(registerAffiliateWorkflow, {
      name: "Cy",
      email,
      auth_identity_id: await loginOf(email),
      agreement_version: "1",
    })
  })

  test("an application of somebody who was rejected before", async () => {
    const email = uniqueEmail()
    const { id } = await register(store, { email, answers: { a: "b" } })
    ok(
      await store.admin.post(`/admin/affiliates/${id}/reject`, { reason: "No" })
    )
    await expectUndone(registerAffiliateWorkflow, {
      name: "Cy Again",
      email,
      code: unique("AGAIN"),
      auth_identity_id: await identityOf(email),
      agreement_version: "2",
    })
  })

  test("an invitation that was accepted, and one that gave an affiliate a login", async () => {
    for (const affiliate of [null, await createAffiliate(store)]) {
      const { result } = await inviteAffiliatesWorkflow(store.container).run({
        input: {
          invitations: [
            affiliate
              ? { email: affiliate.email, affiliate_id: affiliate.id }
              : {
                  email: uniqueEmail(),
                  code: unique("INV"),
                  discount_percent: 10,
                },
          ],
        },
      })
      const email = uniqueEmail()
      await newLogin(store, email)
      await expectUndone(acceptInvitationWorkflow, {
        invitation_token: result.invitations[0].token,
        name: "Cy",
        auth_identity_id: await loginOf(email),
        agreement_version: "1",
      })
    }
  })

  test("invitations, one that made place for another included", async () => {
    const email = uniqueEmail()
    const { result } = await inviteAffiliatesWorkflow(store.container).run({
      input: { invitations: [{ email }] },
    })
    await store.database.sql(
      `UPDATE affiliate_invitation SET expires_at = now() WHERE id = $1`,
      [result.invitations[0].id]
    )
    const invitations = () =>
      store.database.sql(
        `SELECT id, revoked_at FROM affiliate_invitation WHERE deleted_at IS NULL ORDER BY id`
      )
    await expectUndone(
      inviteAffiliatesWorkflow,
      { invitations: [{ email }, { email: uniqueEmail() }] },
      async (act) => {
        const before = await invitations()
        await act()
        expect(await invitations()).toEqual(before)
      }
    )
  })

  test("an import, promotions included", async () => {
    const email = uniqueEmail()
    await expectUndone(importAffiliatesWorkflow, {
      affiliates: [
        {
          name: "Ada",
          email,
          code: unique("IMP"),
          discount_percent: 10,
        },
        { name: "Bob", email: uniqueEmail(), parent_email: email },
      ],
    })
  })

  test("a customer's application", async () => {
    const customer = await signUp(store.shop, uniqueEmail())
    await expectUndone(applyAsCustomerWorkflow, {
      name: "Di",
      customer_id: customer.id,
      auth_identity_id: await loginOf(customer.email),
      agreement_version: "1",
    })
  })

  test("an update", async () => {
    const parent = await createAffiliate(store)
    const { id } = await createAffiliate(store, {
      tier_id: "afftier_reseller",
      commission_percent: 5,
      website: "https://example.com",
    })
    await expectUndone(updateAffiliateWorkflow, {
      id,
      name: "Other",
      email: uniqueEmail(),
      parent_id: parent.id,
      tier_id: null,
      commission_percent: null,
      trailing_months: 3,
      website: null,
    })
  })

  test("an approval, a rejection, a suspension, and its end, promotions included", async () => {
    const waiting = await register(store)
    await addCodeWorkflow(store.container).run({
      input: {
        affiliate_id: waiting.id,
        code: unique("W"),
        discount_percent: 10,
      },
    })
    await expectUndone(rejectAffiliateWorkflow, {
      id: waiting.id,
      reason: "No",
    })
    await expectUndone(approveAffiliateWorkflow, { id: waiting.id })
    await expectUndone(suspendAffiliateWorkflow, {
      id: waiting.id,
      reason: "Spam",
    })
    await expectUndone(reinstateAffiliateWorkflow, { id: waiting.id })
  })

  test("a deletion: codes, promotion, login and payout method are back under their ids", async () => {
    const { id } = await register(store, {
      website: "https://example.com",
      answers: { a: "b" },
    })
    await addCodeWorkflow(store.container).run({
      input: { affiliate_id: id, code: unique("D"), discount_percent: 10 },
    })
    ok(
      await store.admin.post(`/admin/affiliates/${id}/payout-method`, {
        provider: "manual",
        details: BANK,
      })
    )
    await expectUndone(deleteAffiliateWorkflow, { id })
  })

  test("a new code", async () => {
    const { id } = await createAffiliate(store)
    await expectUndone(addCodeWorkflow, {
      affiliate_id: id,
      code: unique("NEW"),
      discount_percent: 10,
    })
  })

  test("a retired code and one that was taken up again", async () => {
    const { id, code } = await someoneWithAHistory()
    await expectUndone(retireCodeWorkflow, { affiliate_id: id, code })
    await expectUndone(addCodeWorkflow, {
      affiliate_id: id,
      code,
      discount_percent: 25,
    })
  })

  test("a removed code", async () => {
    const { id, codes } = await createAffiliate(store, { discount_percent: 10 })
    await expectUndone(retireCodeWorkflow, {
      affiliate_id: id,
      code: codes[0].code,
    })
  })

  test("a program made, changed and deleted", async () => {
    await expectUndone(createProgramWorkflow, {
      name: unique("P"),
      commission_value: 5,
    })
    const id = await addProgram(store, {
      levels: [
        { level: 2, percent: 5, basis: "order" },
        { level: 3, percent: 5, basis: "order" },
      ],
    })
    ok(
      await store.admin.post("/admin/affiliate-tiers", {
        program_id: id,
        name: "Gold",
      })
    )
    await expectUndone(updateProgramWorkflow, {
      id,
      name: "Other",
      commission_value: 7,
      trailing_months: 3,
      levels: [{ level: 2, percent: 1, basis: "commission" as const }],
      milestones: [{ currency_code: "usd", amount: 5 }],
    })
    await expectUndone(deleteProgramWorkflow, { id })
  })

  test("a tier made, changed and deleted", async () => {
    const program_id = await addProgram(store)
    const tier = { program_id, name: "Gold", commission_value: 30 }
    await expectUndone(createTierWorkflow, tier)
    const { id } = ok(
      await store.admin.post("/admin/affiliate-tiers", tier)
    ).affiliate_tier
    await expectUndone(updateTierWorkflow, {
      id,
      name: "Silver",
      commission_value: null,
      minimum_payouts: [{ currency_code: "usd", amount: 5 }],
    })
    await expectUndone(deleteTierWorkflow, { id })
  })

  test("a link that was made, changed and taken away", async () => {
    const { id: affiliate_id } = await createAffiliate(store)
    const destination_url = "http://localhost:8000/shirts"
    await expectUndone(createLinkWorkflow, { affiliate_id, destination_url })

    const { result } = await createLinkWorkflow(store.container).run({
      input: { affiliate_id, destination_url, campaign: "Spring" },
    })
    const key = { id: result.id, affiliate_id }
    await expectUndone(updateLinkWorkflow, {
      ...key,
      campaign: null,
      label: "Shirts",
      archived: true,
    })
    await expectUndone(deleteLinkWorkflow, key)
  })

  test("what a cart was told, and was told to forget", async () => {
    const ada = await createAffiliate(store, { discount_percent: 20 })
    const bob = await createAffiliate(store, { discount_percent: 5 })
    const cart_id = await fillCart(store.shop, {
      items: [{ ware: store.shop.mug }],
    })
    // Medusa makes links and adjustments anew; what counts is what the cart says.
    const unchanged = async (act: () => Promise<void>) => {
      const before = await readCart(cart_id)
      await act()
      expect(await readCart(cart_id)).toEqual(before)
    }
    await expectUndone(
      setCartAffiliateWorkflow,
      { cart_id, code: ada.codes[0].code },
      unchanged
    )
    expect(await readCart(cart_id)).toMatchObject({
      discount: 4,
      codes: [ada.codes[0].code],
    })
    const next = { cart_id, code: bob.codes[0].code, visitor_id: "v" }
    await expectUndone(setCartAffiliateWorkflow, next, unchanged)
    expect(await readCart(cart_id)).toMatchObject({
      discount: 1,
      codes: [bob.codes[0].code],
    })
    await expectUndone(clearCartAffiliateWorkflow, { cart_id }, unchanged)
    expect(await readCart(cart_id)).toMatchObject({
      discount: 0,
      codes: [],
      touches: [],
    })
  })
})

/** What a cart costs and remembers. */
async function readCart(cart_id: string) {
  const { cart } = ok(
    await store.shop.storefront.get(`/store/carts/${cart_id}`)
  )
  const touches = await store.database.sql(
    `SELECT code_id, code_at, click_id, visitor_id, sub_id FROM affiliate_cart_touch
      WHERE cart_id = $1`,
    [cart_id]
  )
  return {
    total: cart.total,
    discount: cart.discount_subtotal,
    codes: cart.promotions.map(({ code }: { code: string }) => code),
    touches,
  }
}
