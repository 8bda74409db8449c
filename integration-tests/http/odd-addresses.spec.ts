import { useStore, type Api } from "../harness"
import { makeAffiliate, WITH_ENCRYPTION } from "../support/affiliates"
import { doors, named, type Door } from "../support/doors"

/** Addresses that no person writes: each gets a clear refusal, never the database's own error. */
const store = useStore({ env: WITH_ENCRYPTION })

let affiliate: Api

beforeAll(async () => {
  affiliate = (await makeAffiliate(store)).api
})

/** Knocks as whoever may open that door. */
const knock = ({ method, path }: Door) => {
  const client = path.startsWith("/admin/")
    ? store.admin
    : path.startsWith("/affiliate/")
      ? affiliate
      : store.shop.storefront
  return method === "GET"
    ? client.get(path)
    : method === "POST"
      ? client.post(path, {})
      : client.delete(path)
}

test("every route is known to this test", () => {
  expect(doors.length).toBeGreaterThanOrEqual(55)
})

test.each(named(doors.filter(({ path }) => path.includes("["))))(
  "%s: an id that no text holds, or that nothing has",
  async (_, door) => {
    for (const id of ["%00", "a%00b", "x".repeat(5000), "'%20OR%201=1", "💶"]) {
      const path = door.path.replace(/\[\w+\]/g, id)
      const { status, body } = await knock({ ...door, path })
      expect({ id, body, refused: status >= 400 && status < 500 }).toEqual({
        id,
        body: expect.objectContaining({ message: expect.any(String) }),
        refused: true,
      })
    }
  }
)

const lists = doors.filter(
  ({ method, path }) => method === "GET" && !path.includes("[")
)
test.each(named(lists))(
  "%s: a parameter that no text holds",
  async (_, { path }) => {
    for (const query of ["order=%00", "fields=%00", "q=%00", "%00=1"]) {
      const { status } = await knock({
        method: "GET",
        path: `${path}?${query}`,
      })
      expect({ query, status }).toEqual({ query, status: 400 })
    }
  }
)
