export { startStripePeer, StripePeer, type StripePeerOptions } from "./peer"
export type { Fault } from "./faults"
export type { Odd } from "./webhooks"
