import { attempt } from "./attempt"

/** What an address says of the visit. */
export interface SeenVisit {
  /** `?ref=`: an affiliate's code, which the store has not been asked about yet. */
  code?: string
  /** `aff_click`: the visit that a tracking link has written down already. */
  click_id?: string
  /** The affiliate's own mark. */
  sub_id?: string
}

/** What an address says of who sent the visitor. */
export interface SeenReferral extends SeenVisit {
  /** Without their `utm_`. */
  utm: Record<string, string>
}

/** A broken address says nothing. */
const paramsOf = (url: string | URL): URLSearchParams | null =>
  attempt(() => new URL(url, "http://x").searchParams)

/** The part of {@link readReferral} that tracking needs. */
export const readVisit = (url: string | URL): SeenVisit => {
  const params = paramsOf(url)
  const word = (name: string): string | undefined =>
    params?.get(name)?.trim() || undefined

  return {
    code: word("ref"),
    click_id: word("aff_click"),
    sub_id: word("sub_id"),
  }
}

/** @param url absolute or relative; one that is none says nothing */
export const readReferral = (url: string | URL): SeenReferral => {
  const utm: Record<string, string> = {}
  paramsOf(url)?.forEach((value, name) => {
    if (name.startsWith("utm_") && value) {
      utm[name.slice(4)] = value
    }
  })
  return { ...readVisit(url), utm }
}
