import { problemOfParents } from "../../src/modules/affiliate/domain/joining/file-tree"

const none = new Map<string, number>()
const above = (...pairs: [string, string][]) => new Map(pairs)

test("somebody without a parent, and a line of parents, are a tree", () => {
  const parents = above(["c", "b"], ["b", "a"])
  for (const id of ["a", "b", "c"]) {
    expect(problemOfParents(id, parents, none, 3)).toBeNull()
  }
})

test("who is above themselves, or below such a circle, is told so", () => {
  const parents = above(["a", "b"], ["b", "a"], ["c", "a"])
  for (const id of ["a", "b", "c"]) {
    expect(problemOfParents(id, parents, none, 100)).toMatch(/above themselves/)
  }
  expect(problemOfParents("x", above(["x", "x"]), none, 100)).toMatch(
    /above themselves/
  )
})

test("the tree is as deep as it may be, counted together with who was there before", () => {
  const parents = above(["c", "b"], ["b", "old"])
  const depths = new Map([["old", 2]])
  expect(problemOfParents("c", parents, depths, 4)).toBeNull()
  expect(problemOfParents("c", parents, depths, 3)).toMatch(/3 levels/)
})
