import type { Fault } from './fault'
import type { Call, ServiceGraph } from './service-graph'

/** What does not hold together in a graph and its faults; empty where all is well. Never throws. */
export function checkServiceGraph(graph: ServiceGraph, faults: readonly Fault[] = []): string[] {
  const problems: string[] = []
  const services = new Set(graph.services.map((service) => service.name))
  const databases = new Set((graph.databases ?? []).map((database) => database.name))
  const operations = new Map(graph.operations.map((operation) => [operation.id, operation]))
  const targets = new Set(operations.keys())
  const twice = (what: string) => problems.push(`${what} is declared twice`)

  if (services.size < graph.services.length) twice('A service')
  if (databases.size < (graph.databases ?? []).length) twice('A database')
  if (operations.size < graph.operations.length) twice('An operation')
  for (const { name, instances } of graph.services) {
    if (!(Number.isInteger(instances) && instances >= 1)) problems.push(`Service ${name} has no instance`)
  }
  for (const { id, service, steps } of graph.operations) {
    if (!services.has(service))
      problems.push(`Operation ${id} is of service ${service}, which does not exist`)
    for (const call of (steps ?? []).flat()) {
      const problem = checkCall(call, service)
      if (problem) problems.push(`Operation ${id}: ${problem}`)
      if (call.kind !== 'query') continue
      if (targets.has(call.id)) twice(`Query ${call.id}`)
      targets.add(call.id)
    }
  }
  for (const { operation, perSecond } of graph.entries) {
    if (!operations.has(operation)) problems.push(`Entry ${operation} is not an operation`)
    if (!(perSecond >= 0)) problems.push(`Entry ${operation} has no rate`)
  }
  if (graph.entries.length === 0) problems.push('No entry: no trace would ever start')
  for (const fault of faults) {
    const known = fault.kind === 'pool-exhaustion' ? databases.has(fault.database) : targets.has(fault.target)
    if (!known) problems.push(`Fault ${fault.kind} has a target that does not exist`)
  }
  const circle = findCircle()
  if (circle) problems.push(`Operations call each other in a circle: ${circle.join(', ')}`)
  return problems

  function checkCall(call: Call, callerService: string): string | null {
    const [least, most] = call.fanOut ?? [1, 1]
    if (!(least >= 0 && most >= least && Number.isInteger(least) && Number.isInteger(most)))
      return 'fan-out must be two whole numbers, the smaller first'
    if (call.kind === 'query')
      return databases.has(call.database) ? null : `database ${call.database} does not exist`
    const called = operations.get(call.operation)
    if (!called) return `calls ${call.operation}, which does not exist`
    const wanted = call.kind === 'publish' ? 'queue' : call.kind
    if (called.serves.kind !== wanted)
      return `calls ${call.operation} by ${call.kind}, which it does not serve`
    if (call.kind === 'local' && called.service !== callerService)
      return `calls ${call.operation} locally, but it is of another service`
    return null
  }

  function findCircle(): string[] | null {
    const done = new Set<string>()
    const path: string[] = []
    function visit(id: string): string[] | null {
      if (path.includes(id)) return [...path.slice(path.indexOf(id)), id]
      if (done.has(id)) return null
      path.push(id)
      for (const call of (operations.get(id)?.steps ?? []).flat()) {
        const found = call.kind === 'query' ? null : visit(call.operation)
        if (found) return found
      }
      path.pop()
      done.add(id)
      return null
    }
    for (const id of operations.keys()) {
      const found = visit(id)
      if (found) return found
    }
    return null
  }
}
