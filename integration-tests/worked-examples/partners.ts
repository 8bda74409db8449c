import { ok, type Shop } from "../harness/shop"
import {
  addAffiliate,
  addProgram,
  type AddedAffiliate,
  type AffiliateFields,
  type ProgramFields,
} from "../harness/affiliates"

/** How the names of all programs of the examples begin. */
export const EXAMPLE_PROGRAMS = "Example: "

/** The program of these terms; examples that name it alike share it. Answers its id. */
export async function programOf(
  shop: Shop,
  name: string,
  terms: ProgramFields
): Promise<string> {
  const full = `${EXAMPLE_PROGRAMS}${name}`
  const { affiliate_programs } = ok(
    await shop.admin.get<{
      affiliate_programs: { id: string; name: string }[]
    }>("/admin/affiliate-programs", { q: full })
  )
  const found = affiliate_programs.find((program) => program.name === full)
  return found?.id ?? (await addProgram(shop, { name: full, ...terms }))
}

/** The program of most examples: 20 %, held for 30 days. */
export const twentyPercent = (shop: Shop): Promise<string> =>
  programOf(shop, "20 %", { commission_value: 20 })

/** An affiliate of an example, with a code of its own. */
export const addPartner = (
  shop: Shop,
  name: string,
  fields: AffiliateFields & { code: string }
): Promise<AddedAffiliate> =>
  addAffiliate(shop, { name, email: emailOf(name), ...fields })

/** `Karen Spärck Jones` is `karen.sparck.jones@example.com`. */
export const emailOf = (name: string): string => {
  const plain = name.normalize("NFD").replace(/[^A-Za-z ]/g, "")
  return `${plain.toLowerCase().replaceAll(" ", ".")}@example.com`
}
