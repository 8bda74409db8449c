import { Toaster, TooltipProvider } from "@medusajs/ui"
import {
  MutationCache,
  type Query,
  QueryClient,
  QueryClientProvider,
} from "@tanstack/react-query"
import { BrowserRouter } from "react-router-dom"
import { PUBLIC_FACTS } from "./hooks/answers"
import { LanguageProvider } from "./i18n/language"
import { ApiError } from "./lib/api"
import { portalRoot } from "./lib/config"
import { onTokenChange } from "./lib/session"
import { Pages } from "./pages"

const RETRIES_MAX = 2

/** Of what a login may read; programs and invitations are shown to whoever asks. */
const ofLogin = {
  predicate: ({ queryKey: [what] }: Query) => !PUBLIC_FACTS.has(what),
}

const client = new QueryClient({
  // Whatever was done may have moved figures anywhere.
  mutationCache: new MutationCache({
    onSuccess: () => void client.invalidateQueries(ofLogin),
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // What the store refused it refuses again.
      retry: (failures, error) =>
        !(error instanceof ApiError && error.status < 500) &&
        failures < RETRIES_MAX,
      throwOnError: false,
    },
  },
})

// Another person's figures must not stay behind in the page.
onTokenChange(() => client.removeQueries(ofLogin))

export function App() {
  return (
    <LanguageProvider>
      <QueryClientProvider client={client}>
        <TooltipProvider>
          <BrowserRouter basename={portalRoot.pathname.replace(/\/$/, "")}>
            <Pages />
          </BrowserRouter>
          <Toaster position="bottom-center" />
        </TooltipProvider>
      </QueryClientProvider>
    </LanguageProvider>
  )
}
