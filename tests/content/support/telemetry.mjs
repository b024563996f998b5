// Loaded before an example of a lesson runs: what an application's own set-up would have done.
import { AsyncLocalStorage } from 'node:async_hooks'
import { context, propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api'
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core'
import { BasicTracerProvider } from '@opentelemetry/sdk-trace-base'

const storage = new AsyncLocalStorage()

context.setGlobalContextManager({
  active: () => storage.getStore() ?? ROOT_CONTEXT,
  with: (active, work, self, ...given) => storage.run(active, () => work.apply(self, given)),
  bind: (active, target) =>
    typeof target === 'function' ? (...given) => storage.run(active, () => target(...given)) : target,
  enable() {
    return this
  },
  disable() {
    return this
  },
})
propagation.setGlobalPropagator(
  new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()] }),
)
trace.setGlobalTracerProvider(new BasicTracerProvider())
