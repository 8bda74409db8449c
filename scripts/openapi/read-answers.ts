import ts from "typescript"
import { isOpen, type Schema, time } from "./schema"

/** What a route says on success: JSON, or a file. */
export type Answer = { status: number; media: string; schema: Schema }

const MEDIA = /^(?:text|application|image)\/[\w.+-]+/

const FILE: Schema = { type: "string", format: "binary" }

/** So deep are answers described; below that anything fits. */
const DEPTH_MAX = 6

const OPEN = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never

/** Reads from the types of the source what its routes answer. */
export class AnswerReader {
  private readonly checker: ts.TypeChecker

  constructor(private readonly program: ts.Program) {
    this.checker = program.getTypeChecker()
  }

  /** What stands above an exported handler; of the first paragraph the words. */
  documentationOf(file: string, name: string): string {
    const symbol = this.exported(file, name)
    return symbol
      ? ts
          .displayPartsToString(symbol.getDocumentationComment(this.checker))
          .replace(/\s*\n\s*(?!\n)/g, " ")
          .trim()
      : ""
  }

  /** The answers of an exported handler that are no errors. */
  answersOf(file: string, name: string): Answer[] {
    const symbol = this.exported(file, name)
    return symbol ? this.answersIn(symbol, new Set()) : []
  }

  private exported(file: string, name: string): ts.Symbol | undefined {
    const source = this.program.getSourceFile(file)!
    const module = this.checker.getSymbolAtLocation(source)!
    return this.checker
      .getExportsOfModule(module)
      .find((symbol) => symbol.name === name)
  }

  /** Follows the response into the functions that it is handed to. */
  private answersIn(symbol: ts.Symbol, seen: Set<ts.Symbol>): Answer[] {
    const target =
      symbol.flags & ts.SymbolFlags.Alias
        ? this.checker.getAliasedSymbol(symbol)
        : symbol
    const declaration = target.declarations?.[0]
    if (!declaration || seen.has(target)) return []
    if (!declaration.getSourceFile().fileName.includes("/src/api/")) return []
    seen.add(target)
    const answers: Answer[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        const answer = this.answerOf(node)
        if (answer && answer.status < 400) answers.push(answer)
        const handsOn = node.arguments.some(
          (argument) => argument.getText() === "res"
        )
        const called = this.checker.getSymbolAtLocation(node.expression)
        if (handsOn && called) answers.push(...this.answersIn(called, seen))
      } else if (
        ts.isVariableDeclaration(node) &&
        node.initializer &&
        ts.isIdentifier(node.initializer)
      ) {
        const same = this.checker.getSymbolAtLocation(node.initializer)
        if (same) answers.push(...this.answersIn(same, seen))
      } else if (ts.isStringLiteral(node)) {
        const [media] = MEDIA.exec(node.text) ?? []
        if (media) answers.push({ status: 200, media, schema: FILE })
      }
      ts.forEachChild(node, visit)
    }
    visit(declaration)
    return answers
  }

  /** `res.status(201).json(…)`. */
  private answerOf(call: ts.CallExpression): Answer | undefined {
    const { expression } = call
    if (!ts.isPropertyAccessExpression(expression)) return undefined
    if (expression.name.text !== "json" || call.arguments.length !== 1)
      return undefined
    const chain = expression.expression.getText()
    if (!/^res\b/.test(chain)) return undefined
    const status = Number(/\.status\((\d+)\)/.exec(chain)?.[1] ?? 200)
    const type = this.checker.getTypeAtLocation(call.arguments[0])
    const schema = this.schemaOf(type, call, DEPTH_MAX)
    return { status, media: "application/json", schema }
  }

  private schemaOf(type: ts.Type, at: ts.Node, depth: number): Schema {
    const { checker } = this
    const promised = checker.getAwaitedType(type)
    if (promised && promised !== type) return this.schemaOf(promised, at, depth)
    if (type.flags & OPEN) return {}
    // Before unions, because it is one.
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: "boolean" }
    if (type.isUnion()) return this.unionOf(type, at, depth)
    if (type.isStringLiteral() || type.isNumberLiteral())
      return { type: typeof type.value, enum: [type.value] }
    if (type.flags & ts.TypeFlags.StringLike) return { type: "string" }
    if (type.flags & ts.TypeFlags.NumberLike) return { type: "number" }
    if (type.flags & ts.TypeFlags.Null) return { type: "null" }
    const name = type.symbol?.name
    if (name === "Date") return time
    if (name === "BigNumber") return { type: "number" }
    if (depth === 0 || name === "Buffer") return {}
    if (checker.isArrayType(type) || checker.isTupleType(type)) {
      const [item] = checker.getTypeArguments(type as ts.TypeReference)
      return {
        type: "array",
        items: item ? this.schemaOf(item, at, depth - 1) : {},
      }
    }
    return this.objectOf(type, at, depth)
  }

  private unionOf(type: ts.UnionType, at: ts.Node, depth: number): Schema {
    const given = type.types.filter(
      (one) => !(one.flags & ts.TypeFlags.Undefined)
    )
    const literals = given.filter((one) => one.isStringLiteral())
    const others = given
      .filter((one) => !one.isStringLiteral())
      .map((one) => this.schemaOf(one, at, depth))
    if (others.some(isOpen)) return {}
    const schemas: Schema[] = [
      ...(literals.length
        ? [
            {
              type: "string",
              enum: literals.map((one) => (one as ts.StringLiteralType).value),
            },
          ]
        : []),
      ...others,
    ]
    const distinct = [
      ...new Map(schemas.map((one) => [JSON.stringify(one), one])).values(),
    ]
    if (distinct.length === 1) return distinct[0]
    if (distinct.every((one) => typeof one.type === "string" && isPlain(one)))
      return { type: distinct.map((one) => one.type as string) }
    return { anyOf: distinct }
  }

  private objectOf(type: ts.Type, at: ts.Node, depth: number): Schema {
    const properties: Record<string, Schema> = {}
    const required: string[] = []
    for (const property of this.checker.getPropertiesOfType(type)) {
      const own = this.checker.getTypeOfSymbolAtLocation(property, at)
      if (own.getCallSignatures().length) continue
      const schema = this.schemaOf(own, at, depth - 1)
      const description = ts
        .displayPartsToString(property.getDocumentationComment(this.checker))
        .replace(/\s*\n\s*/g, " ")
      properties[property.name] = description
        ? { ...schema, description }
        : schema
      const optional =
        property.flags & ts.SymbolFlags.Optional ||
        (own.isUnion() &&
          own.types.some((one) => one.flags & ts.TypeFlags.Undefined))
      if (!optional && !(own.flags & OPEN)) required.push(property.name)
    }
    const index = this.checker.getIndexTypeOfType(type, ts.IndexKind.String)
    // JSON in the data model has this type, lists too.
    if (index && index.flags & OPEN && !Object.keys(properties).length)
      return {}
    return {
      type: "object",
      ...(Object.keys(properties).length ? { properties } : {}),
      ...(required.length ? { required } : {}),
      ...(index
        ? { additionalProperties: this.schemaOf(index, at, depth - 1) }
        : {}),
    }
  }
}

const isPlain = (schema: Schema): boolean => Object.keys(schema).length === 1
