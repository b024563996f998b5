import { describe, expect, test } from 'vitest'
import {
  countChurnedSeries,
  countPrometheusSeries,
  type PrometheusType,
  prometheusLabel,
  prometheusName,
  seriesInHead,
} from '@/lib/engine'

describe('a metric in Prometheus', () => {
  test.each<[string, string, PrometheusType, string]>([
    ['http.server.request.duration', 's', 'histogram', 'http_server_request_duration_seconds'],
    ['http.server.requests', '{request}', 'counter', 'http_server_requests_total'],
    ['requests_total', '', 'counter', 'requests_total'],
    ['system.memory.utilization', '1', 'gauge', 'system_memory_utilization_ratio'],
    ['retries', '1', 'counter', 'retries_total'],
    ['system.filesystem.usage', 'By', 'gauge', 'system_filesystem_usage_bytes'],
    ['speed', 'm/s', 'gauge', 'speed_meters_per_second'],
    ['errors', '{error}/s', 'gauge', 'errors_per_second'],
    ['wait_seconds', 's', 'gauge', 'wait_seconds'],
    ['sent', 'By', 'counter', 'sent_bytes_total'],
    ['wait_seconds_total', 's', 'counter', 'wait_seconds_total'],
    ['(lambda).function.executions(#)', '', 'gauge', 'lambda_function_executions'],
    ['2xx', '', 'gauge', '_2xx'],
    ['queue', 'furlong', 'gauge', 'queue_furlong'],
  ])('%s in "%s" as a %s is called %s', (name, unit, type, expected) => {
    expect(prometheusName(name, unit, type)).toBe(expected)
  })

  test('keeps its dots where UTF-8 names are allowed', () => {
    expect(prometheusName('http.server.request.duration', 's', 'histogram', true)).toBe(
      'http.server.request.duration_seconds',
    )
    expect(prometheusLabel('http.route', true)).toBe('http.route')
  })

  test('has labels of letters, digits and underscores', () => {
    expect([prometheusLabel('http.route'), prometheusLabel('2nd')]).toEqual(['http_route', 'key_2nd'])
  })

  test('makes as many series as its type and its instances say', () => {
    expect(countPrometheusSeries('gauge', 600)).toBe(600)
    expect(countPrometheusSeries('summary', 10, 3)).toBe(50)
    expect(countPrometheusSeries('histogram', 600, 14)).toBe(10_200)
    expect(countPrometheusSeries('histogram', 600, 14, 10)).toBe(102_000)
    expect(countPrometheusSeries('native_histogram', 600, 0, 10)).toBe(6000)
  })
})

describe('churn', () => {
  const churn = { pods: 10, seriesPerPod: 600, replaceEveryHours: 2, windowHours: 2 }

  test('counts every generation within the window, though one is alive at a time', () => {
    expect(countChurnedSeries({ ...churn, windowHours: 24 })).toBe(72_000)
    expect(countChurnedSeries({ ...churn, windowHours: 1 })).toBe(6000)
    expect(countChurnedSeries({ ...churn, replaceEveryHours: 0, windowHours: 24 })).toBe(6000)
  })

  test('fills the head until as much is forgotten as is born', () => {
    const at = [0, 1, 2, 4, 10, 50].map((hours) => seriesInHead(churn, hours))
    expect(at).toEqual([6000, 9000, 12_000, 12_000, 12_000, 12_000])
    expect(seriesInHead({ ...churn, replaceEveryHours: 0 }, 50)).toBe(6000)
  })
})
