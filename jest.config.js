/** Medusa's models and services are decorated classes, and its containers read the types that decorators record. */
const transform = {
  "^.+\\.[jt]s$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        target: "es2022",
      },
      module: { type: "commonjs" },
    },
  ],
}

const shared = {
  rootDir: __dirname,
  testEnvironment: "<rootDir>/integration-tests/harness/native/environment.js",
  runtime: "<rootDir>/integration-tests/harness/native/runtime.js",
  transform,
  moduleFileExtensions: ["ts", "js", "json", "node"],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.tmp/"],
}

/** @type {import("jest").Config} */
module.exports = {
  projects: [
    {
      ...shared,
      displayName: "unit",
      testMatch: ["<rootDir>/integration-tests/unit/**/*.spec.ts"],
    },
    {
      ...shared,
      displayName: "store",
      testMatch: ["<rootDir>/integration-tests/*/**/*.spec.ts"],
      testPathIgnorePatterns: [
        "/node_modules/",
        "<rootDir>/integration-tests/unit/",
        "<rootDir>/integration-tests/admin/",
        "<rootDir>/integration-tests/storefront/",
        "<rootDir>/integration-tests/pack/",
        "<rootDir>/integration-tests/portal/",
        "<rootDir>/integration-tests/with-plugins/",
      ],
      setupFilesAfterEnv: ["<rootDir>/integration-tests/harness/jest-setup.ts"],
    },
    {
      ...shared,
      displayName: "with-plugins",
      testMatch: ["<rootDir>/integration-tests/with-plugins/**/*.spec.ts"],
      runner: "<rootDir>/integration-tests/harness/native/own-workers.js",
      setupFilesAfterEnv: ["<rootDir>/integration-tests/harness/jest-setup.ts"],
    },
    {
      ...shared,
      displayName: "admin",
      testMatch: ["<rootDir>/integration-tests/admin/**/*.spec.ts"],
      globalSetup: "<rootDir>/integration-tests/admin/build-dashboard.js",
      setupFilesAfterEnv: ["<rootDir>/integration-tests/harness/jest-setup.ts"],
    },
    {
      ...shared,
      displayName: "portal",
      testMatch: ["<rootDir>/integration-tests/portal/**/*.spec.ts"],
      globalSetup: "<rootDir>/integration-tests/portal/build-portal.js",
      setupFilesAfterEnv: ["<rootDir>/integration-tests/harness/jest-setup.ts"],
    },
    {
      ...shared,
      displayName: "storefront",
      testMatch: ["<rootDir>/integration-tests/storefront/**/*.spec.ts"],
      globalSetup: "<rootDir>/integration-tests/storefront/build-example.js",
      setupFilesAfterEnv: ["<rootDir>/integration-tests/harness/jest-setup.ts"],
    },
    {
      ...shared,
      displayName: "pack",
      testMatch: ["<rootDir>/integration-tests/pack/**/*.spec.ts"],
    },
  ],
  // Half the time a test waits for Postgres, so a worker for every core is not too many.
  maxWorkers: "100%",
  // A worker's memory grows with every store it has booted.
  workerIdleMemoryLimit: "2500MB",
}
