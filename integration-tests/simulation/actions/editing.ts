import { editOrder } from "../../harness"
import { Action } from "./action"
import { chooseGood, noteAdded, toItem } from "./lines"

/** The merchant changes quantities, takes lines off, adds goods. */
export const edit: Action = {
  name: "edit",
  weight: 10,
  asks: "order",
  plan: (world) => {
    const { random, model } = world
    const orders = model.judged.filter(({ order }) => !order.canceled)
    if (orders.length === 0) return null
    const judged = random.pick(orders)
    const { order } = judged
    const editable = order.lines.filter(({ replaces }) => !replaces)
    const line =
      editable.length > 0 && random.chance(0.7) ? random.pick(editable) : null
    const least = line ? line.fulfilled : 0
    const quantity = line
      ? random.between(least, Math.max(least, line.quantity) + 2)
      : 0
    const added = !line || random.chance(0.2) ? [chooseGood(world)] : []
    if (line && quantity === line.quantity) return null
    // An order keeps at least one line.
    if (
      line &&
      quantity === 0 &&
      order.lines.length === 1 &&
      added.length === 0
    )
      return null
    return {
      words: [
        `the merchant edits ${order.name}:`,
        line ? `${quantity} instead of ${line.quantity} ${line.title}` : "",
        ...added.map((one) => `${one.quantity} ${one.good.ware.title} more`),
      ].join(" "),
      run: async () => {
        await editOrder(world.store.shop, order.id, {
          set: line ? [{ lineId: line.id, quantity }] : [],
          add: added.map(toItem),
        })
        if (line) line.quantity = quantity
        if (line && quantity === 0)
          order.lines.splice(order.lines.indexOf(line), 1)
        await noteAdded(world, order, added, null)
        order.agreed()
        world.model.changed(judged)
      },
    }
  },
}
