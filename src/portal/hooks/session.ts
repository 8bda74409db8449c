import { useSyncExternalStore } from "react"
import { onTokenChange, readToken } from "../lib/session"

export const useToken = (): string | null =>
  useSyncExternalStore(onTokenChange, readToken)
