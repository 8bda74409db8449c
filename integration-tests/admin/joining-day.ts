import { buy, ok, type Store } from "../harness"
import { addAffiliate, addTier, remember } from "../harness/affiliates"
import { register } from "../support/people"
import { addProgram } from "../support/programs"
import { untilReconciled } from "../support/verdicts"

/** A store with a program that asks questions, people who wait, and a line of recruits. */
export type JoiningDay = {
  /** Asks where and what for; the default program, so that whoever applies gets into it. */
  creators: string
  /** Affiliates come and go between its two tiers by themselves. */
  ladder: { id: string; bronze: string; silver: string }
  ada: { id: string; code: string }
  /** Recruited by Ada. */
  bea: { id: string }
  /** Recruited by Bea. */
  cleo: { id: string }
  /** Sold for 100 and is in no tier yet. */
  dan: { id: string }
}

export async function playJoiningDay(store: Store): Promise<JoiningDay> {
  const { admin, shop } = store
  const { affiliate_programs } = ok(
    await admin.get("/admin/affiliate-programs", { handle: "default" })
  )
  const creators: string = affiliate_programs[0].id
  ok(
    await admin.post(`/admin/affiliate-programs/${creators}`, {
      name: "Creators",
      form_fields: [
        {
          key: "where",
          label: "Where will you tell people about us?",
          type: "text",
          required: true,
        },
        { key: "readers", label: "How many readers?", type: "number" },
      ],
    })
  )
  const ada = await addAffiliate(store, {
    name: "Ada Moreau",
    program_id: creators,
  })
  const bea = await addAffiliate(store, {
    name: "Bea Lindqvist",
    program_id: creators,
    parent_id: ada.id,
  })
  const cleo = await addAffiliate(store, {
    name: "Cleo Okafor",
    program_id: creators,
    parent_id: bea.id,
  })
  const ladder = await addLadder(store)
  const dan = await addAffiliate(store, {
    name: "Dan Petrov",
    program_id: ladder.id,
  })
  const { id } = await buy(shop, {
    items: [{ ware: shop.shirt }],
    beforePayment: remember({ code: dan.code }),
  })
  await untilReconciled(store, id)
  return { creators, ladder, ada, bea, cleo, dan }
}

/** Everybody is in the lower tier, who sold for 50 in the higher one. */
async function addLadder(store: Store): Promise<JoiningDay["ladder"]> {
  const program_id = await addProgram(store, { name: "Ladder" })
  return {
    id: program_id,
    bronze: await addTier(store, {
      program_id,
      name: "Bronze",
      rank: 1,
      auto: true,
    }),
    silver: await addTier(store, {
      program_id,
      name: "Silver",
      auto: true,
      rank: 2,
      requirements: [
        {
          metric: "revenue",
          window_days: 30,
          currency_code: "usd",
          threshold: 50,
        },
      ],
    }),
  }
}

/** Somebody who applied to the default program and waits. */
export async function addApplicant(
  store: Store,
  name: string,
  fields: Record<string, unknown> = {}
): Promise<{ id: string; name: string }> {
  const { id } = await register(store, {
    name,
    answers: { where: "In my newsletter" },
    ...fields,
  })
  return { id, name }
}
