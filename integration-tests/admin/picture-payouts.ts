import { eventually, ok, PASSWORD, type Store } from "../harness"
import { addAdmin } from "../harness/admin-user"
import { addProgram, giveMoney } from "../harness/affiliates"
import { makeAffiliate, type TestAffiliate } from "../support/affiliates"
import { payOut } from "../support/paying"
import { actOnBatch, makeBatch, readBatch } from "../support/payout-batches"
import { vatForm, w8ben, w9 } from "../support/tax-forms"

/** What the pictures of payouts and taxes show beside the day itself. */
export type PicturePayouts = {
  /** The program of those who are due. */
  program: string
  /** Has run. */
  batch: string
  /** Has filed forms, and is flagged. */
  taxed: string
}

const METHODS = {
  bank: (account_holder: string) => ({
    provider: "manual",
    details: {
      account_holder,
      account_number: "000123456789",
      routing_number: "110000000",
    },
  }),
  credit: () => ({ provider: "store-credit", details: {} }),
}

type Method = keyof typeof METHODS

/** Who is paid, how much, and how; nobody knows yet how the last one wants it. */
const CREW: [name: string, amount: number, method?: Method][] = [
  ["Ines Farkas", 412.5, "bank"],
  ["Olek Nilsen", 86.2, "credit"],
  ["Tuva Duarte", 1240, "bank"],
  ["Ravi Okoro", 64.75, "credit"],
  ["Petra Moreau", 128.4, "credit"],
  ["Sanne Kovac", 305, "bank"],
  ["Yara Weiss", 47.1],
]

/** A batch that has run, another that could be made, and a year with taxes. */
export async function playPicturePayouts(
  store: Store
): Promise<PicturePayouts> {
  const program = await addProgram(store, { name: "Market stalls" })
  const crew = new Map<string, TestAffiliate>()
  for (const [name, amount, method] of CREW) {
    const affiliate = await makeAffiliate(store, { name, program_id: program })
    crew.set(name, affiliate)
    await giveMoney(store, affiliate.id, amount)
    if (method) await use(affiliate, METHODS[method](name))
  }
  const member = (name: string) => crew.get(name)!
  const batch = await runBatch(store, program, async () => {
    // Wants the money elsewhere than was approved.
    await use(member("Petra Moreau"), METHODS.bank("Petra Moreau"))
  })
  for (const [name, amount] of CREW) {
    await giveMoney(store, member(name).id, Math.round(amount / 2))
  }
  await owe(store, member("Sanne Kovac"), 400)
  const taxed = await fileTaxes(store)
  return { program, batch, taxed }
}

/** Made by one person, approved by another; `between` is what happens in the meantime. */
async function runBatch(
  store: Store,
  program_id: string,
  between: () => Promise<void>
): Promise<string> {
  const { id } = await makeBatch(store, { program_id })
  await between()
  const second = { email: "clara@harbourandpine.example", password: PASSWORD }
  const admin = await addAdmin(store.container, store.api, second)
  ok(await actOnBatch({ admin }, id, "approve"))
  await eventually(async () => {
    expect((await readBatch(store, id)).status).toBe("finished")
  })
  return id
}

/** A form of each kind, and payouts on both sides of the threshold. */
async function fileTaxes(store: Store): Promise<string> {
  const add = async (name: string, amount: number, ...forms: object[]) => {
    const affiliate = await makeAffiliate(store, { name })
    await use(affiliate, METHODS.bank(name))
    for (const form of forms)
      ok(await affiliate.api.post("/affiliate/tax-form", form))
    await giveMoney(store, affiliate.id, amount)
    await payOut(store, affiliate.id)
    return affiliate.id
  }
  await add("Bob Ross", 3150, w8ben())
  await add("Lakeside Ceramics", 640.2)
  const taxed = await add("Augusta King", 2480, w9(), vatForm())
  ok(
    await store.admin.post(`/admin/affiliates/${taxed}/backup-withholding`, {
      backup_withholding: true,
      reason: "CP2100 notice of May",
    })
  )
  ok(
    await store.admin.post(`/admin/affiliates/${taxed}/tax-form/reveal`, {
      reason: "For the 1099-NEC",
    })
  )
  return taxed
}

const use = async (affiliate: TestAffiliate, method: object): Promise<void> => {
  ok(await affiliate.api.post("/affiliate/payout-method", method))
}

/** Goods came back after their commission was paid out. */
const owe = async (
  store: Store,
  { id }: TestAffiliate,
  amount: number
): Promise<void> => {
  await giveMoney(store, id, -amount)
}
