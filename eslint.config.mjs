import medusa from "@medusajs/eslint-plugin"
import { defineConfig, globalIgnores } from "eslint/config"

export default defineConfig([
  globalIgnores([
    ".medusa/**",
    ".tmp/**",
    ".cache/**",
    "node_modules/**",
    "public/**",
    "examples/**/dist/**",
  ]),
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
        {
          selector:
            ":matches(CallExpression[callee.property.name=/^(toMatchObject|toEqual|toContainEqual)$/] Property, Property[key.name='message']) > Literal[regex]",
          message:
            "Jest finds every text equal to it: `expect.stringMatching(…)`.",
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
    files: ["bench/**", "scripts/**", "examples/**"],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.ts"],
    rules: {
      // Both want an id to be its file's name. Ids are global in a Medusa process, so ours start with `affiliate-`.
      "@medusajs/workflow-id-matches-export-or-filename": "off",
      "@medusajs/step-id-kebab-case": "off",
    },
  },
  {
    // What these throw themselves says that our own code is wrong: an assertion, which a client gets as a plain 500.
    files: [
      "src/modules/affiliate/domain/**",
      "src/modules/affiliate/ledger/**",
    ],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  },
  {
    files: [
      "integration-tests/**",
      "bench/**",
      "dev/**",
      "scripts/**",
      "medusa-config.ts",
    ],
    rules: {
      // An error here is read by whoever started the run, never by a client of the store.
      "@medusajs/use-medusa-error-not-generic-error": "off",
      // Large amounts are what is being tested.
      "@medusajs/prices-in-major-units": "off",
    },
  },
])
