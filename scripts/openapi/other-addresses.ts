import type { z } from "@medusajs/framework/zod"
import { StoreRecordClick } from "../../src/api/store/affiliate/clicks/validators"

const OK = { description: "OK" }
const slug = {
  name: "slug",
  in: "path",
  required: true,
  schema: { type: "string" },
}

/** What is answered ahead of all routes, and so is no route by its file. */
export const otherPaths = (recordsClick: object) => ({
  "/affiliate/clicks": {
    post: {
      ...recordsClick,
      summary:
        "Records a visit without a publishable key; a browser may send it as plain text, and so asks no leave first",
      operationId: "post_affiliate_clicks",
      security: [],
    },
  },
  "/affiliate/r/{slug}": {
    get: {
      tags: ["Store"],
      summary: "Follows a link: records the visit and leads to the shop",
      operationId: "get_affiliate_r_by_slug",
      security: [],
      parameters: [slug],
      responses: {
        302: { description: "To the page of the shop" },
        404: { description: "No such link" },
      },
    },
  },
  "/affiliate/snippet.js": {
    get: {
      tags: ["Store"],
      summary: "The snippet for a storefront",
      operationId: "get_affiliate_snippet",
      security: [],
      responses: { 200: OK },
    },
  },
  "/affiliate/portal": {
    get: {
      tags: ["Affiliate"],
      summary: "The affiliate's portal",
      operationId: "get_affiliate_portal",
      security: [],
      responses: { 200: OK },
    },
  },
})

/** Bodies that are checked ahead of all routes. */
export const otherBodies: Record<string, z.ZodType> = {
  "POST /store/affiliate/clicks": StoreRecordClick,
}
