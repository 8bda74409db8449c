import { ok, useStore } from "../harness"
import { affiliateService, BANK, makeAffiliate } from "../support/affiliates"

const store = useStore({ env: { AFFILIATE_ENCRYPTION_KEY: "" }, seed: false })

test("without an encryption key an account is refused, naming the option, and not kept in clear", async () => {
  const ada = await makeAffiliate(store)
  const body = { provider: "manual", details: BANK }
  for (const refused of [
    await ada.api.post("/affiliate/payout-method", body),
    await store.admin.post(`/admin/affiliates/${ada.id}/payout-method`, body),
  ]) {
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })
    expect(refused.body.message).toMatch(
      /encryption_key.*AFFILIATE_ENCRYPTION_KEY/
    )
  }
  expect(await affiliateService(store).listAffiliatePayoutMethods({})).toEqual(
    []
  )
  expect(
    ok(await ada.api.get("/affiliate/payout-method")).payout_method
  ).toBeNull()
})
