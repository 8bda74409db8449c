import { ok } from "../../harness"
import { Rule } from "../model/rules"
import { Program } from "../model/terms"
import { World } from "../world/world"
import { Action } from "./action"
import { chooseContent, inWords, toBody } from "./rule-content"

/** More would hide each other. */
const RULES_MAX = 4
const PATH = "/admin/affiliate-rules"

const inForce = ({ programs }: World): { program: Program; rule: Rule }[] =>
  programs.flatMap((program) =>
    program.rules.map((rule) => ({ program, rule }))
  )

const publish: Action = {
  name: "publish a rule",
  weight: 8,
  asks: "terms",
  plan: (world) => {
    const { random, programs, store } = world
    const open = programs.filter(({ rules }) => rules.length < RULES_MAX)
    if (open.length === 0) return null
    const program = random.pick(open)
    const content = chooseContent(world, program)
    const name = `rule ${world.rulesPublished + 1}`
    return {
      words: `the program ${program.name} publishes ${name}: ${inWords(world, content)}`,
      run: async () => {
        const { affiliate_rule } = ok(
          await store.admin.post(PATH, {
            program_id: program.id,
            name,
            ...toBody(world, content),
          })
        )
        program.rules.push({
          ...content,
          id: affiliate_rule.id,
          name,
          version: 1,
          publishedInTurn: ++world.rulesPublished,
        })
      },
    }
  },
}

const change: Action = {
  name: "publish a rule's next version",
  weight: 5,
  asks: "terms",
  plan: (world) => {
    const { random, store } = world
    const rules = inForce(world)
    if (rules.length === 0) return null
    const { program, rule } = random.pick(rules)
    const content = chooseContent(world, program)
    const version = rule.version + 1
    return {
      words: `version ${version} of ${rule.name} of ${program.name}: ${inWords(world, content)}`,
      run: async () => {
        ok(await store.admin.post(`${PATH}/${rule.id}`, toBody(world, content)))
        const next = {
          ...content,
          id: rule.id,
          name: rule.name,
          version,
          publishedInTurn: ++world.rulesPublished,
        }
        program.rules.splice(program.rules.indexOf(rule), 1, next)
      },
    }
  },
}

const retire: Action = {
  name: "retire a rule",
  weight: 3,
  asks: "terms",
  plan: (world) => {
    const rules = inForce(world)
    if (rules.length === 0) return null
    const { program, rule } = world.random.pick(rules)
    return {
      words: `${rule.name} of ${program.name} is retired`,
      run: async () => {
        ok(await world.store.admin.delete(`${PATH}/${rule.id}`))
        program.rules.splice(program.rules.indexOf(rule), 1)
      },
    }
  },
}

export const rules: Action[] = [publish, change, retire]
