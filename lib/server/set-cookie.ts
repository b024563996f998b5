import 'server-only'

export interface SetCookie {
  name: string
  value: string
  path?: string
  maxAge?: number
  expires?: Date
  httpOnly?: boolean
  secure?: boolean
  sameSite?: 'lax' | 'strict' | 'none'
}

/** One Set-Cookie header as the attributes that Next's cookie store takes. The value is decoded. */
export function readSetCookie(line: string): SetCookie {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const at = pair.indexOf('=')
  const cookie: SetCookie = { name: pair.slice(0, at), value: decodeURIComponent(pair.slice(at + 1)) }
  for (const attribute of attributes) {
    const [name = '', value = ''] = attribute.split('=')
    switch (name.toLowerCase()) {
      case 'path':
        cookie.path = value
        break
      case 'max-age':
        cookie.maxAge = Number(value)
        break
      case 'expires':
        cookie.expires = new Date(value)
        break
      case 'httponly':
        cookie.httpOnly = true
        break
      case 'secure':
        cookie.secure = true
        break
      case 'samesite':
        cookie.sameSite = value.toLowerCase() as 'lax' | 'strict' | 'none'
        break
    }
  }
  return cookie
}
