import { createApi, ok, useStore, type Api } from "../harness"
import { holdUpWritesTo } from "../support/held-up"
import { createAffiliate, promotionStatus, unique } from "../support/people"
import { sell } from "../support/paying"
import { addProgram } from "../support/programs"
import { startServer, WITHOUT_SCHEDULE } from "../support/servers"
import { expectHealthy } from "../support/verdicts"
import affiliateSweepPromotions from "../../src/jobs/affiliate-sweep-promotions"

/** A status, or the end of a code, and the discount that has to follow: the server dies between the two. */
const store = useStore({ env: WITHOUT_SCHEDULE })

/** As the job runs it. */
const sweep = () => affiliateSweepPromotions(store.container)

/** Somebody with a discount, and how to look at it. */
async function addPartner() {
  const { id, codes } = await createAffiliate(store, {
    program_id: await addProgram(store),
    code: unique("CRASH"),
    discount_percent: 10,
  })
  const [{ code, promotion_id }] = codes
  return {
    id,
    code,
    promotion_id,
    discount: () => promotionStatus(store, promotion_id),
    status: async (): Promise<string> =>
      ok(await store.admin.get(`/admin/affiliates/${id}`)).affiliate.status,
  }
}

/** Asks a server for something, and kills it when it is about to write to a promotion. */
async function dyingBeforePromotion(
  ask: (admin: Api) => Promise<unknown>
): Promise<void> {
  const server = await startServer(store)
  const { untilWaiting, makeFail } = await holdUpWritesTo(store, "promotion")
  const answer = ask(
    createApi(server.baseUrl, { ...store.admin.headers })
  ).catch(String)
  await untilWaiting()
  await server.kill()
  await makeFail()
  await answer
}

test("of a suspended affiliate the discount is switched off, of a reinstated one on again", async () => {
  const partner = await addPartner()
  for (const [action, status, discount] of [
    ["suspend", "suspended", "inactive"],
    ["reinstate", "approved", "active"],
  ] as const) {
    const before = await partner.discount()
    await dyingBeforePromotion((admin) =>
      admin.post(`/admin/affiliates/${partner.id}/${action}`)
    )
    expect(await partner.status()).toBe(status)
    expect(await partner.discount()).toBe(before)

    await sweep()
    expect(await partner.discount()).toBe(discount)
  }
})

test("of a retired code the discount is switched off, and stays off when its affiliate is reinstated", async () => {
  const { admin } = store
  const partner = await addPartner()
  await sell(store, partner.code)
  await dyingBeforePromotion((api) =>
    api.delete(`/admin/affiliates/${partner.id}/codes/${partner.code}`)
  )
  expect(await partner.discount()).toBe("active")

  await sweep()
  expect(await partner.discount()).toBe("inactive")

  ok(await admin.post(`/admin/affiliates/${partner.id}/suspend`))
  ok(await admin.post(`/admin/affiliates/${partner.id}/reinstate`))
  expect(await partner.discount()).toBe("inactive")
})

test("what the merchant switched off stays off", async () => {
  const { admin } = store
  const partner = await addPartner()
  ok(
    await admin.post(`/admin/promotions/${partner.promotion_id}`, {
      status: "inactive",
    })
  )
  await sweep()
  expect(await partner.discount()).toBe("inactive")
  expect(await partner.status()).toBe("approved")
})

test("the books agree after all of it", () => expectHealthy(store))
