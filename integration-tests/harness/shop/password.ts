/**
 * Opens every login that is made over HTTP. One for all: Medusa keeps one
 * password for an e-mail, whether a customer or an affiliate logs in with it.
 */
export const PASSWORD = "supersecret"
