import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { endWithThisProcess } from "../../integration-tests/harness/children"

/** How long the command may take on a busy machine, in milliseconds. */
const COMMAND_MS_MAX = 120_000

/** Makes the store's first administrator, the only thing a store has no route for. */
export async function addMerchant(
  databaseUrl: string,
  { email, password }: { email: string; password: string }
): Promise<void> {
  const cli = require.resolve("@medusajs/cli/cli.js")
  const command = promisify(execFile)(
    process.execPath,
    [cli, "user", "--email", email, "--password", password],
    {
      timeout: COMMAND_MS_MAX,
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        DISABLE_ADMIN: "true",
        MEDUSA_DISABLE_TELEMETRY: "true",
        REDIS_URL: "",
      },
    }
  )
  endWithThisProcess(command.child)
  await command
}
