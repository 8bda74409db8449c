import { PayPalGrant } from "./answers"

/** A token is renewed this long before it ends, so that none ends on the way. */
const EARLY_MS = 60_000

export interface PayPalToken {
  value: string
  /** What the app may do. */
  scopes: string[]
  expires_at: number
}

/** PayPal's access token, kept until shortly before its end; those who need one at once share one request for it. */
export class PayPalTokens {
  private current: PayPalToken | null = null
  private pending: Promise<PayPalToken> | null = null

  constructor(private readonly ask: () => Promise<PayPalGrant>) {}

  async get(): Promise<PayPalToken> {
    if (this.current && Date.now() < this.current.expires_at) {
      return this.current
    }
    this.pending ??= this.renew().finally(() => {
      this.pending = null
    })
    return this.pending
  }

  /** What PayPal no longer takes. Only that one: somebody else may have renewed it meanwhile. */
  forget(value: string): void {
    if (this.current?.value === value) {
      this.current = null
    }
  }

  private async renew(): Promise<PayPalToken> {
    const asked_at = Date.now()
    const { access_token, expires_in, scope } = await this.ask()
    this.current = {
      value: access_token,
      scopes: scope.split(" "),
      expires_at: asked_at + expires_in * 1000 - EARLY_MS,
    }
    return this.current
  }
}
