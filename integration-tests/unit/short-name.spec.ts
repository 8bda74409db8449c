import { shortName } from "../../src/modules/affiliate/domain/joining/short-name"

test.each([
  ["Ada Lovelace", "Ada L."],
  ["  Ada  King  lovelace ", "Ada L."],
  ["Ada", "Ada"],
  ["Ωmega Ἀθηνᾶ", "Ωmega Ἀ."],
  ["ada@example.com", "a."],
  ["ada@example.com Lovelace", "a. L."],
])("%j is shown to whoever is above as %j", (name, shown) => {
  expect(shortName(name)).toBe(shown)
})
