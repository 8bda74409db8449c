import { useQueryClient } from "@tanstack/react-query"
import { useCallback, useSyncExternalStore } from "react"
import { useNavigate } from "react-router-dom"
import { keepToken, onTokenChange, readToken } from "../lib/session"

export const useToken = (): string | null =>
  useSyncExternalStore(onTokenChange, readToken)

/** Ends the login, and forgets what it had shown. */
export function useSignOut(): () => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useCallback(() => {
    keepToken(null)
    client.clear()
    void navigate("/sign-in", { replace: true })
  }, [client, navigate])
}
