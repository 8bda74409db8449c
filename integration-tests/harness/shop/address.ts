/** Where somebody in a country the shop sells in could live. */
const PLACES: Record<string, { street: string; city: string; post: string }> = {
  us: { street: "30 Rockefeller Plaza", city: "New York", post: "10112" },
  de: { street: "Unter den Linden 77", city: "Berlin", post: "10117" },
  jp: { street: "1-1 Marunouchi", city: "Tokyo", post: "100-0005" },
  kw: { street: "Arabian Gulf Street 1", city: "Kuwait City", post: "13001" },
}

/** An address to deliver to and to bill, as a storefront's form sends it. */
export function addressOf(name: string, countryCode: string) {
  const { street, city, post } = PLACES[countryCode] ?? PLACES.us
  const [first_name, ...rest] = name.split(" ")
  return {
    first_name,
    last_name: rest.join(" "),
    address_1: street,
    city,
    postal_code: post,
    country_code: countryCode,
  }
}
