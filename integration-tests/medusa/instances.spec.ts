import {
  buy,
  createApi,
  describeWithRedis,
  eventually,
  ok,
  openShop,
  readOrder,
  startRedis,
  startStoreProcess,
  useStore,
  type Redis,
  type StoreProcess,
} from "../harness"

/** What the plugin takes for granted about a store on several processes. */
const store = useStore()

test("a server process that is killed loses nothing that was answered, and its like carries on", async () => {
  const { shop, database } = store
  const first = await startStoreProcess({ databaseUrl: database.url })
  const admin = createApi(first.baseUrl, { ...store.admin.headers })
  const order = await buy(openShop(admin, shop), {
    items: [{ ware: shop.mug }],
  })
  await first.kill()

  await expect(first.api.get("/health")).rejects.toThrow()
  expect((await readOrder(shop, order.id)).total).toBe(33)
})

describeWithRedis("with Redis", () => {
  let redis: Redis
  const processes: StoreProcess[] = []

  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(async () => {
    await Promise.all(processes.map((one) => one.stop()))
    await redis.stop()
  })

  test("a server without workers and a worker without HTTP share the work", async () => {
    const start = async (WORKER_MODE: string) => {
      const env = { REDIS_URL: redis.url, WORKER_MODE }
      const one = await startStoreProcess({
        databaseUrl: store.database.url,
        env,
      })
      processes.push(one)
      return one
    }
    const [server, worker] = await Promise.all([
      start("server"),
      start("worker"),
    ])
    expect(ok(await server.api.get("/health"))).toBe("OK")
    expect((await worker.api.get("/admin/orders")).status).toBe(404)

    const admin = createApi(server.baseUrl, { ...store.admin.headers })
    await buy(openShop(admin, store.shop), {
      items: [{ ware: store.shop.mug }],
    })
    await eventually(() =>
      expect(worker.log()).toContain("Processing order.placed")
    )
    expect(server.log()).not.toContain("Processing order.placed")
  })
})
