import {
  AffiliateProvider,
  useAffiliateCode,
  useReferredBy,
} from "medusa-plugin-affiliate/storefront/react"
import { useState, type FormEvent } from "react"
import { createRoot } from "react-dom/client"

/** The entry of a code. Without scripts the form that the server has rendered in its place does the same. */
const CodeEntry = ({ current }: { current: string }) => {
  const [word, setWord] = useState(current)
  const reload = () => setTimeout(() => location.reload(), 1200)
  const { entry, apply, remove } = useAffiliateCode({ onChange: reload })
  const referredBy = useReferredBy()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void apply(word)
  }
  return (
    <form onSubmit={submit} className="code">
      {referredBy && (
        <p className="referred">Recommended by {referredBy.affiliate_name}</p>
      )}
      <label>
        Code
        <input
          name="code"
          value={word}
          onChange={(event) => setWord(event.target.value)}
          autoComplete="off"
        />
      </label>
      <button className="quiet" disabled={entry.state === "checking"}>
        {entry.state === "checking" ? "Checking …" : "Apply"}
      </button>
      {current && (
        <button
          type="button"
          className="quiet take-back"
          onClick={() => void remove()}
        >
          Remove
        </button>
      )}
      <p role="status" className={entry.state}>
        {entry.message}
      </p>
    </form>
  )
}

const place = document.getElementById("code-entry")
if (place) {
  const { backend = "", publishableKey = "", cart, code = "" } = place.dataset
  createRoot(place).render(
    <AffiliateProvider
      backend={{ baseUrl: backend, publishableKey }}
      cartId={cart}
    >
      <CodeEntry current={code} />
    </AffiliateProvider>
  )
}
