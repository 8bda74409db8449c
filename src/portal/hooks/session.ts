import { useCallback, useSyncExternalStore } from "react"
import { useNavigate } from "react-router-dom"
import { keepToken, onTokenChange, readToken } from "../lib/session"

export const useToken = (): string | null =>
  useSyncExternalStore(onTokenChange, readToken)

/** Ends the login; what it had shown is forgotten with it. */
export function useSignOut(): () => void {
  const navigate = useNavigate()
  return useCallback(() => {
    // First, so that the guard does not note the page for whoever signs in next.
    void navigate("/sign-in", { replace: true })
    keepToken(null)
  }, [navigate])
}
