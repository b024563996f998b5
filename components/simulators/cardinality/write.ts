// Making a format costs far more than using it, and these are used many times a frame.
const whole = new Intl.NumberFormat('en-GB')
const oneDigit = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const twoDigits = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const noDigit = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

/** 600000000 → “600,000,000”. */
export function writeCount(value: number): string {
  return whole.format(value)
}

/** 0.048 → “4.8 %”. */
export function writeShare(share: number): string {
  return `${oneDigit.format(share * 100)} %`
}

const byteUnits = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const

/** 3355443200 → “3.1 GiB”. */
export function writeBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 1024 ** power
  return `${(value < 100 ? oneDigit : noDigit).format(value)} ${byteUnits[power]}`
}

/** 3272.4 → “$3,272”. */
export function writeMoney(money: number): string {
  return `$${(money < 10 ? twoDigits : noDigit).format(money)}`
}
