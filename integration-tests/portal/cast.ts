import { ok, type Store } from "../harness"
import {
  addProgram,
  join,
  publishAgreement,
  uniqueEmail,
  type Affiliate,
} from "../harness/affiliates"
import { playBusyWeeks, type Busy } from "./busy"

/** Whom the tests of the portal find in the store. */
export type Cast = Busy & {
  /** A program that asks questions, and has terms to accept. */
  makers: { id: string; handle: string }
  ada: Affiliate
}

export async function playCast(store: Store): Promise<Cast> {
  return {
    ...(await playBusyWeeks(store)),
    makers: await addMakers(store),
    ada: await join(
      store.shop,
      { name: "Ada", email: uniqueEmail() },
      { program_id: await addProgram(store) }
    ),
  }
}

async function addMakers(store: Store): Promise<Cast["makers"]> {
  const id = await addProgram(store, { name: "Makers", hold_days: 0 })
  const { affiliate_program } = ok(
    await store.admin.post(`/admin/affiliate-programs/${id}`, {
      form_fields: [
        { key: "audience", label: "How many follow you?", type: "number" },
        {
          key: "channel",
          label: "Where do you publish?",
          type: "choice",
          required: true,
          options: ["Video", "Podcast"],
        },
      ],
    })
  )
  await publishAgreement(store, id, {
    title: "Terms for makers",
    body: "Be honest.\n\nSay that you are paid.",
  })
  return affiliate_program
}
