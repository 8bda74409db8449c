import { mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { command } from "./command"

type Manifest = {
  name: string
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

/** What a new Medusa app depends on. */
const DEPENDENCIES = [
  "@medusajs/admin-sdk",
  "@medusajs/cli",
  "@medusajs/framework",
  "@medusajs/medusa",
]
const DEV_DEPENDENCIES = [
  "@swc/core",
  "@types/node",
  "@types/react",
  "react",
  "react-dom",
  "ts-node",
  "typescript",
  "vite",
]

/**
 * A Medusa app as `create-medusa-app` makes one, with the plugin listed under `plugins` and installed from its tarball
 * by npm. The versions of everything else are the ones that this repository is developed with.
 */
export async function createApp(
  directory: string,
  tarball: string
): Promise<void> {
  const ours: Manifest = JSON.parse(await readFile("package.json", "utf8"))
  const pick = (names: string[]) =>
    Object.fromEntries(names.map((name) => [name, ours.devDependencies[name]]))
  await mkdir(join(directory, "src"), { recursive: true })
  await write(directory, "package.json", {
    name: "a-merchants-store",
    version: "0.0.1",
    private: true,
    dependencies: { ...pick(DEPENDENCIES), [ours.name]: `file:${tarball}` },
    devDependencies: pick(DEV_DEPENDENCIES),
  })
  await write(directory, "tsconfig.json", {
    compilerOptions: {
      target: "ES2022",
      module: "Node16",
      moduleResolution: "Node16",
      esModuleInterop: true,
      skipLibCheck: true,
      strict: true,
      outDir: "./.medusa/server",
      rootDir: "./",
    },
    "ts-node": { swc: true },
    include: ["**/*"],
    exclude: ["node_modules", ".medusa", "src/admin"],
  })
  await writeFile(
    join(directory, "medusa-config.ts"),
    `import { defineConfig } from "@medusajs/framework/utils"

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "secret",
      cookieSecret: "secret",
    },
  },
  plugins: [
    {
      resolve: "${ours.name}",
      options: {
        payout_providers: [
          {
            resolve: "${ours.name}/providers/stripe-connect",
            options: { api_key: "sk_test_of_nobody" },
          },
        ],
      },
    },
  ],
})
`
  )
  await writeFile(
    join(directory, "src/uses-the-plugin.ts"),
    `import affiliateModule from "${ours.name}/modules/affiliate"
import * as workflows from "${ours.name}/workflows"
import * as types from "${ours.name}/types"
import stripeConnect from "${ours.name}/providers/stripe-connect"

export { affiliateModule, stripeConnect, types, workflows }
`
  )
  await writeFile(
    join(directory, "src/uses-the-kit.ts"),
    `import {
  createAffiliateClient,
  readReferral,
  type CartAffiliate,
} from "${ours.name}/storefront"
import { useAffiliateCode, type CodeEntry } from "${ours.name}/storefront/react"

const client = createAffiliateClient({ baseUrl: "", publishableKey: "" })

export const bind = async (cartId: string): Promise<CartAffiliate> =>
  await client.bindCart(cartId, { code: readReferral("/?ref=ADA").code })

// @ts-expect-error a code is a word: the types are those of the kit, and not nobody's
export const wrong = () => client.getCode(1)

export const useEntry = (): CodeEntry => useAffiliateCode().entry
`
  )
  const flags = [
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
  ]
  await command(directory, "npm", ["install", ...flags])
}

/** Runs the app's own `medusa`. */
export function medusa(
  directory: string,
  args: string[],
  env: NodeJS.ProcessEnv = {}
) {
  const cli = join(directory, "node_modules", "@medusajs", "cli", "cli.js")
  return command(directory, process.execPath, [cli, ...args], {
    MEDUSA_DISABLE_TELEMETRY: "true",
    ...env,
  })
}

async function write(
  directory: string,
  name: string,
  content: object
): Promise<void> {
  await writeFile(
    join(directory, name),
    `${JSON.stringify(content, null, 2)}\n`
  )
}
