/** A test drives a real store over HTTP on a machine that may be busy; this bounds one test or hook. */
const TEST_MS_MAX = 180_000

jest.setTimeout(TEST_MS_MAX)
