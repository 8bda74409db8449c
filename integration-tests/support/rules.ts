import type { HttpTypes } from "@medusajs/framework/types"
import {
  addWare,
  buy,
  ok,
  type Purchase,
  type Store,
  type Ware,
} from "../harness"
import {
  addAffiliate,
  addProgram,
  remember,
  unique,
} from "../harness/affiliates"
import type { AffiliateFields, ProgramFields } from "../harness/affiliates"
import { figuresOf, untilReconciled, type TraceAnswer } from "./verdicts"

export {
  addRule,
  RULES,
  type ConditionFields,
  type RuleAnswer,
} from "../harness/affiliates/rules"

/** A program of 20 % of its own, and an affiliate in it. */
export async function programWithAffiliate(
  store: Store,
  program: ProgramFields = {},
  affiliate: AffiliateFields = {}
) {
  const program_id = await addProgram(store, program)
  return {
    program_id,
    affiliate: await addAffiliate(store, { program_id, ...affiliate }),
  }
}

/** Buys by an affiliate's code, which takes nothing off; answers the order's id. */
export async function buyBy(
  store: Store,
  code: string,
  purchase: Purchase
): Promise<string> {
  const { id } = await buy(store.shop, {
    ...purchase,
    beforePayment: remember({ code }),
  })
  return id
}

/** What the first level earns by line, when the books follow the order. */
export async function earned(
  store: Store,
  orderId: string
): Promise<Record<string, number>> {
  return figuresOf(await untilReconciled(store, orderId)).lines ?? {}
}

/** The facts of the order's lines in a trace, by their titles. */
export function ruledLines(
  trace: TraceAnswer[]
): Record<string, TraceAnswer["facts"]> {
  return Object.fromEntries(
    trace
      .filter(({ facts }) => facts.kind === "rule_line")
      .map(({ facts }) => [String(facts.title), facts])
  )
}

/** A product for 100 with what a merchant sets of one. */
export async function addProduct(
  store: Store,
  fields: Record<string, unknown> = {},
  price = 100
): Promise<Ware> {
  const ware = await addWare(store.shop, { title: unique("Ware "), price })
  ok(
    await store.admin.post<HttpTypes.AdminProductResponse>(
      `/admin/products/${ware.productId}`,
      fields
    )
  )
  return ware
}

/** A product that is not for sale, where only its id matters. */
export async function addGoods({ admin }: Pick<Store, "admin">) {
  const { product } = ok(
    await admin.post<HttpTypes.AdminProductResponse>("/admin/products", {
      title: unique("Goods "),
      options: [{ title: "Kind", values: ["Only"] }],
    })
  )
  return product.id
}

/** Makes one of the things products are sorted by; answers its id. */
export async function add(
  { admin }: Pick<Store, "admin">,
  kind: "collection" | "category" | "type" | "tag",
  fields: Record<string, unknown> = {}
): Promise<string> {
  const name = unique(kind)
  const { path, body } = {
    collection: { path: "collections", body: { title: name } },
    category: { path: "product-categories", body: { name, is_active: true } },
    type: { path: "product-types", body: { value: name } },
    tag: { path: "product-tags", body: { value: name } },
  }[kind]
  const answer = ok(
    await admin.post<Record<string, { id: string }>>(`/admin/${path}`, {
      ...body,
      ...fields,
    })
  )
  return Object.values(answer)[0]!.id
}
