import type { TraceSpan } from '@/components/figures/checkout-trace'

/** The failed checkout of lesson 10. Times are milliseconds since the root span started. */
export const reservationTraceId = 'e41b07c95da2836f0b7d94c2158ea63f'

export interface ReservationSpan extends TraceSpan {
  isError: boolean
}

const row = (
  id: string,
  parent: string | null,
  service: string,
  kind: 'SERVER' | 'CLIENT',
  name: string,
  [start, end]: readonly [number, number],
  isError: boolean,
): ReservationSpan => ({ id, parent, service, kind, name, start, end, isError })

export const reservationTrace: readonly ReservationSpan[] = [
  row('58c1f0a93e7b264d', null, 'web', 'SERVER', 'POST /checkout', [0, 1010], true),
  row('d07e4b8192ac6f35', '58c1f0a93e7b264d', 'web', 'CLIENT', 'POST', [6, 1004], true),
  row('3a96c5d21f08e7b4', 'd07e4b8192ac6f35', 'checkout', 'SERVER', 'POST /orders', [12, 998], true),
  row('b27f1e6d904c83a5', '3a96c5d21f08e7b4', 'checkout', 'CLIENT', 'POST, first try', [18, 318], true),
  row('70ad3c94e5b1862f', 'b27f1e6d904c83a5', 'inventory', 'SERVER', 'POST /reservations', [540, 580], false),
  row('c94e07b3a1f52d68', '3a96c5d21f08e7b4', 'checkout', 'CLIENT', 'POST, second try', [338, 638], true),
  row('16b8d2f7045ac93e', 'c94e07b3a1f52d68', 'inventory', 'SERVER', 'POST /reservations', [860, 900], false),
  row('e5300c7d8b94f1a2', '3a96c5d21f08e7b4', 'checkout', 'CLIENT', 'POST, third try', [678, 978], true),
  row(
    '8fd41b6c2e097a53',
    'e5300c7d8b94f1a2',
    'inventory',
    'SERVER',
    'POST /reservations',
    [1200, 1240],
    false,
  ),
]
