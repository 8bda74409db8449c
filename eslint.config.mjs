import medusa from "@medusajs/eslint-plugin"
import { defineConfig, globalIgnores } from "eslint/config"

export default defineConfig([
  globalIgnores([".medusa/**", ".tmp/**", ".cache/**", "node_modules/**"]),
  ...medusa.configs.recommended,
  // The preset leaves tests out; ours are read as often as the rest.
  { ignores: ["!**/integration-tests/**", "!**/*.spec.*"] },
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "TSAnyKeyword",
          message: "Say what it is; `unknown` when nobody knows.",
        },
      ],
      "no-warning-comments": [
        "error",
        { terms: ["@ts-ignore", "@ts-nocheck"], location: "anywhere" },
      ],
      eqeqeq: ["error", "always"],
      "no-console": "error",
    },
  },
  {
    // What a person starts at a terminal talks to that person.
    files: ["bench/**", "scripts/**"],
    rules: { "no-console": "off" },
  },
  {
    // A test says what went wrong to whoever reads the run, never to a client of the store.
    files: ["integration-tests/**", "bench/**", "dev/**", "medusa-config.ts"],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  },
])
