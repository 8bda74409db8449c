import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

type Handler<Body> = (
  req: MedusaRequest<Body>,
  res: MedusaResponse,
  next: MedusaNextFunction
) => unknown

/**
 * A step of a route that is answered ahead of Medusa's table of several hundred
 * routes: as a middleware without methods it is met before them. It leaves other
 * methods, and addresses below it, to that table.
 */
export const ahead =
  <Body>(method: "GET" | "POST", handler: Handler<Body>): Handler<Body> =>
  (req, res, next) =>
    req.method === method ? handler(req, res, next) : next()
