import {
  addWare,
  buy,
  editOrder,
  lineOf,
  readOrder,
  useStore,
} from "../harness"
import { addAffiliate, addProgram } from "../support/programs"
import { WITHOUT_SCHEDULE } from "../support/servers"
import { figuresOf, untilReconciled } from "../support/verdicts"

/** Half a cent is half a cent, whatever Medusa's divisions have left of the figures it is computed from. */
const store = useStore({ env: WITHOUT_SCHEDULE })

test("a discount that is spread over more units than it was given for is still the same discount", async () => {
  const { shop } = store
  const program_id = await addProgram(store, { commission_value: 12.5 })
  const { code } = await addAffiliate(store, {
    program_id,
    discount_percent: 10,
  })
  const pencil = await addWare(shop, { title: "Pencil", price: 1.3 })
  const { id } = await buy(shop, {
    items: [{ ware: pencil, quantity: 2 }],
    code,
  })
  const { id: lineId } = lineOf(await readOrder(shop, id), "Pencil")
  await editOrder(shop, id, { set: [{ lineId, quantity: 3 }] })

  // 3.90 − 0.26 = 3.64, of which 12.5 % are 0.455. Medusa takes a third of 0.26 off, three times.
  expect(figuresOf(await untilReconciled(store, id))).toMatchObject({
    base: 3.64,
    commission: 0.46,
  })
})
