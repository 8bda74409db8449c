/** How often a subscriber that throws is called in all. Medusa's default of 1 would lose the event. */
const EVENT_ATTEMPTS_MAX = 5

/** The modules a store runs on when several server and worker instances share one Redis. */
export function redisModules(redisUrl: string) {
  return [
    {
      resolve: "@medusajs/medusa/event-bus-redis",
      options: {
        redisUrl,
        jobOptions: {
          attempts: EVENT_ATTEMPTS_MAX,
          backoff: { type: "exponential", delay: 1000 },
        },
      },
    },
    {
      resolve: "@medusajs/medusa/workflow-engine-redis",
      options: { redis: { redisUrl } },
    },
    {
      resolve: "@medusajs/medusa/locking",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/locking-redis",
            id: "locking-redis",
            is_default: true,
            options: { redisUrl },
          },
        ],
      },
    },
  ]
}
