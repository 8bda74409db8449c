import { z } from "@medusajs/framework/zod"

import { says } from "./says"

/** A moment in ISO 8601 with its zone; answers it in UTC. */
export const momentText = () =>
  z.iso
    .datetime({
      offset: true,
      ...says("must be a time like 2026-11-20T09:00:00Z"),
    })
    .transform((text) => new Date(text).toISOString())
