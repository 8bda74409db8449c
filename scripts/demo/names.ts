import type { Currency } from "../../integration-tests/harness/shop"

/** Who shops where: first and last names, by the currency they pay in. */
export const NAMES: Record<Exclude<Currency, "kwd">, [string[], string[]]> = {
  usd: [
    ["Olivia", "Noah", "Grace", "Mateo", "Hannah", "Isaiah", "Chloe", "Wyatt"],
    ["Bennett", "Castillo", "Okafor", "Nguyen", "Harper", "Rosen", "Delgado"],
  ],
  eur: [
    ["Lena", "Anton", "Frieda", "Emil", "Juliette", "Bastien", "Chiara"],
    ["Schröder", "Weiß", "Lefèvre", "Moretti", "Janssen", "Brückner"],
  ],
  jpy: [
    ["Haruka", "Ren", "Yui", "Sota", "Mio", "Kaito"],
    ["Sato", "Yamamoto", "Kobayashi", "Fujita", "Ishikawa"],
  ],
}
