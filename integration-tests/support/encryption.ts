/** What the store of a test that pays out needs in its environment. */
export const WITH_ENCRYPTION = {
  AFFILIATE_ENCRYPTION_KEY: "a secret of the test store",
}
