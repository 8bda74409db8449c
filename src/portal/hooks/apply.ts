import { useMutation } from "@tanstack/react-query"
import { useNavigate } from "react-router-dom"
import { api, ApiError } from "../lib/api"
import { askForVerification, newLogin, signIn } from "../lib/logins"
import {
  currentApplicant,
  keepToken,
  readToken,
  rememberApplicant,
} from "../lib/session"

/** What somebody who applies, or accepts an invitation, says. */
export type Application = {
  name: string
  website?: string
  country_code?: string
  code?: string
  referral_code?: string
  program?: string
  invitation_token?: string
  answers?: Record<string, string | number>
  agreement_version: string
}

/** The store wants to see first that the e-mail is theirs, and has sent a code. */
export class AddressUnverified extends Error {
  constructor(readonly email: string) {
    super()
  }
}

/** The e-mail has a login in this store already, with another password. */
export class LoginKnown extends Error {}

const UNAUTHORIZED = 401
/** How the store says that an address has to be verified; it has no code of its own for it. */
const VERIFY = /^Verify the e-mail address/

type Input = { email: string; password: string; application: Application }

/** The login to apply with: of who had begun before, of who applies again, or a new one. */
async function loginFor({ email, password }: Input): Promise<string> {
  const begun = currentApplicant()
  if (begun) return begun.token
  const own = readToken()
  if (own) return own
  try {
    return await newLogin(email, password)
  } catch (error) {
    throw error instanceof ApiError && error.status === UNAUTHORIZED
      ? new LoginKnown()
      : error
  }
}

async function apply(input: Input): Promise<void> {
  const token = await loginFor(input)
  const email = currentApplicant()?.email ?? input.email
  rememberApplicant({ email, token })
  const { invitation_token } = input.application
  try {
    await api("affiliate/register", {
      method: "POST",
      token,
      body: {
        ...input.application,
        // An invitation says under which e-mail.
        ...(invitation_token ? {} : { email }),
      },
    })
  } catch (error) {
    if (!(error instanceof ApiError) || !VERIFY.test(error.message)) throw error
    await askForVerification(email, token)
    throw new AddressUnverified(email)
  }
}

/** Applies and logs in; who has no password at hand, because the login is older, is shown the way in. */
export function useApply() {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (input: Input) => {
      await apply(input)
      // The token that registered is for nothing else.
      const email = currentApplicant()?.email ?? input.email
      rememberApplicant(null)
      return (
        readToken() ?? (input.password && (await signIn(email, input.password)))
      )
    },
    onSuccess: (token) => {
      if (token) keepToken(token)
      void navigate(token ? "/" : "/sign-in", { replace: true })
    },
  })
}
