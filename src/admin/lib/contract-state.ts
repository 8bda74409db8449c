import type { Contract } from "../types"

export type ContractState = "future" | "running" | "ended"

/** Whether a contract counts for an order that is placed now. */
export function contractStateOf(
  { starts_at, ends_at }: Pick<Contract, "starts_at" | "ends_at">,
  now = new Date()
): ContractState {
  if (new Date(starts_at) > now) {
    return "future"
  }
  return ends_at && new Date(ends_at) <= now ? "ended" : "running"
}
