import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { FileTaxForm } from "./validators"

/** The same under both names: the form, and the profile that it belongs to. */
export const affiliateTaxFormMiddlewares: MiddlewareRoute[] = [
  "/affiliate/tax-form",
  "/affiliate/tax-profile",
].map((matcher): MiddlewareRoute => ({
  matcher,
  methods: ["POST"],
  middlewares: [validateAndTransformBody(FileTaxForm)],
}))
