import { useCallback, useSyncExternalStore } from "react"
import { useNavigate } from "react-router-dom"
import { keepToken, onTokenChange, readToken } from "../lib/session"

export const useToken = (): string | null =>
  useSyncExternalStore(onTokenChange, readToken)

/** Ends the login; what it had shown is forgotten with it. */
export function useSignOut(): () => void {
  const navigate = useNavigate()
  return useCallback(() => {
    keepToken(null)
    void navigate("/sign-in", { replace: true })
  }, [navigate])
}
