/** 600000000 → “600,000,000”. */
export function writeCount(value: number): string {
  return value.toLocaleString('en-GB')
}

/** 0.048 → “4.8 %”. */
export function writeShare(share: number): string {
  return `${(share * 100).toLocaleString('en-GB', { maximumFractionDigits: 1 })} %`
}

const byteUnits = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const

/** 3355443200 → “3.1 GiB”. */
export function writeBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 1024 ** power
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: value < 100 ? 1 : 0 })} ${byteUnits[power]}`
}

/** 3272.4 → “$3,272”. */
export function writeMoney(money: number): string {
  return `$${money.toLocaleString('en-GB', { maximumFractionDigits: money < 10 ? 2 : 0 })}`
}
