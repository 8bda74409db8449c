import { startApp } from "@medusajs/test-utils"
import { createAdmin } from "./admin-user"
import { keepStock } from "./database"
import { createApi, seedShop } from "./shop"

/**
 * Sets the shop up in the migrated database at `DATABASE_URL`, so that test files copy it instead of each setting up its
 * own. `scripts/lib/template-database.mjs` starts it.
 */
async function fillShop(): Promise<void> {
  const app = await startApp({ cwd: process.cwd() })
  const api = createApi(`http://localhost:${app.port}`)
  const stock = await seedShop(await createAdmin(app.container, api))
  await app.shutdown()
  await keepStock(stock)
}

void fillShop().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    process.exit(1)
  }
)
