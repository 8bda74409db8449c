/** Medusa's table draws the three dots for a menu with nothing in it; for what is no list it draws none. */
export const rowActions = <TAction>(groups: TAction[][]): TAction[][] =>
  groups.length ? groups : (undefined as unknown as TAction[][])
