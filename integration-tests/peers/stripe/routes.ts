import { createAccount, createLink } from "./accounts"
import { invalid, missing } from "./api-error"
import { balanceOf } from "./balance"
import type { Form } from "./form"
import { page, PAGE_PARAMS } from "./list"
import { allowOnly } from "./params"
import {
  createReversal,
  createTransfer,
  findTransfer,
  listReversals,
  listTransfers,
} from "./transfers"
import type { World } from "./world"

/** What a route is asked. */
export interface Asked {
  world: World
  /** Where this server is, for the links that it gives out. */
  origin: string
  /** What stands for the ids in the path. */
  ids: string[]
  form: Form
  idempotency_key: string | null
  /** The account in whose name it is asked. */
  account?: string
}

interface Route {
  /** Its name to faults and in records. */
  name: string
  path: RegExp
  answer: (asked: Asked) => unknown
}

const route = (name: string, answer: Route["answer"]): Route => ({
  name,
  path: new RegExp(`^${name.replace(/:\w+/g, "([\\w-]+)")}$`),
  answer,
})

const bare = (form: Form): void => allowOnly(form, [])

const ROUTES: Route[] = [
  route("POST /v1/accounts", ({ world, form }) => createAccount(world, form)),
  route("GET /v1/accounts/:id", ({ world, ids: [id], form }) => {
    bare(form)
    return world.account(id)
  }),
  route("POST /v1/account_links", ({ world, form, origin }) =>
    createLink(world, form, origin)
  ),
  route("GET /v1/balance", ({ world, form, account }) => {
    bare(form)
    if (account) world.account(account)
    return balanceOf(world, account)
  }),
  route("POST /v1/transfers", ({ world, form, idempotency_key }) =>
    createTransfer(world, form, idempotency_key)
  ),
  route("GET /v1/transfers", ({ world, form }) => listTransfers(world, form)),
  route("GET /v1/transfers/:id", ({ world, ids: [id], form }) => {
    bare(form)
    return findTransfer(world, id)
  }),
  route(
    "POST /v1/transfers/:id/reversals",
    ({ world, ids: [id], form, idempotency_key }) =>
      createReversal(world, id, form, idempotency_key)
  ),
  route("GET /v1/transfers/:id/reversals", ({ world, ids: [id], form }) =>
    listReversals(world, id, form)
  ),
  route("GET /v1/events", ({ world, form }) => {
    allowOnly(form, PAGE_PARAMS)
    return page([...world.events].reverse(), "/v1/events", form)
  }),
  route("GET /v1/events/:id", ({ world, ids: [id] }) => {
    const event = world.events.find((one) => one.id === id)
    if (!event) throw missing("event", id, "id")
    return event
  }),
]

/** @throws invalid_request_error for what this server does not know */
export function routeOf(
  method: string,
  path: string
): Route & { ids: string[] } {
  for (const one of ROUTES) {
    const match = one.path.exec(`${method} ${path}`)
    if (match) return { ...one, ids: match.slice(1) }
  }
  throw invalid(
    `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    { status: 404 }
  )
}
