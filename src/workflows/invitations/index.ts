export * from "./accept-invitation"
export * from "./invite-affiliates"
export * from "./resend-invitation"
export * from "./revoke-invitation"
