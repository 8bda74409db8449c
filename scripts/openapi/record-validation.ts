import { join } from "node:path"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"

const HTTP = require.resolve("@medusajs/framework/http")

/** What is known of a validating step by how it was made. */
type Recorded =
  | { body: z.ZodType }
  | {
      query: z.ZodType
      config: { entity?: string; defaults?: string[]; isList?: boolean }
    }

/** What a route takes, and what it reads to answer. */
export type Validation = {
  body?: z.ZodType
  query?: z.ZodType
  entity?: string
  fields: string[]
  isList: boolean
}

const recorded = new WeakMap<object, Recorded>()

/** Keeps for the step that `make` makes what it was made of. */
const recording =
  <Args extends unknown[], Step extends object>(
    make: (...args: Args) => Step,
    note: (...args: Args) => Recorded
  ) =>
  (...args: Args): Step => {
    const step = make(...args)
    recorded.set(step, note(...args))
    return step
  }

/**
 * Loads the middlewares of the plugin, watching what each validating step is made of: Medusa's steps do not say it
 * afterwards.
 */
function loadMiddlewares(): MiddlewareRoute[] {
  const http = require(HTTP)
  const cached = require.cache[HTTP]!
  const { exports } = cached
  cached.exports = {
    ...http,
    validateAndTransformBody: recording(
      http.validateAndTransformBody,
      (body: z.ZodType) => ({ body })
    ),
    validateAndTransformQuery: recording(
      http.validateAndTransformQuery,
      (query: z.ZodType, config) => ({ query, config: config as object })
    ),
  }
  try {
    return require(join(__dirname, "../../src/api/middlewares")).default.routes
  } finally {
    cached.exports = exports
  }
}

let routes: MiddlewareRoute[] | undefined

/** @param path as in the middlewares, like `/admin/affiliates/:id` */
export function validationOf(method: string, path: string): Validation {
  routes ??= loadMiddlewares()
  const validation: Validation = { fields: [], isList: false }
  for (const { matcher, methods, middlewares = [] } of routes) {
    if (matcher !== path || !methods?.includes(method as "GET")) continue
    for (const step of middlewares) {
      const note = recorded.get(step)
      if (!note) continue
      if ("body" in note) validation.body = note.body
      else
        Object.assign(validation, {
          query: note.query,
          entity: note.config.entity,
          fields: note.config.defaults ?? [],
          isList: note.config.isList ?? false,
        })
    }
  }
  return validation
}
