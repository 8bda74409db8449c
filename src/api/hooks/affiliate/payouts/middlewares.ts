import { MiddlewareRoute } from "@medusajs/framework/http"

export const hooksAffiliatePayoutsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/hooks/affiliate/payouts/:provider",
    methods: ["POST"],
    // The route reads the body itself: a parser would refuse, in its own words, what is not for it to judge.
    bodyParser: false,
    middlewares: [],
  },
]
