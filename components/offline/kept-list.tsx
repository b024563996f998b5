'use client'

import { useEffect, useState } from 'react'
import { isPages } from '@/lib/offline/keep'

/** The pages that this browser has kept, of those with a title, in the order of the titles. */
export function KeptList({ titles }: { titles: Readonly<Record<string, string>> }) {
  const [paths, setPaths] = useState<string[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    void listKept().then((kept) => {
      if (isCurrent) setPaths(kept)
    })
    return () => {
      isCurrent = false
    }
  }, [])
  const kept = paths === null ? [] : Object.entries(titles).filter(([path]) => paths.includes(path))
  return (
    <section aria-labelledby="kept" className="mt-8 border-t border-line pt-5">
      <h2 id="kept" className="eyebrow">
        Kept in this browser
      </h2>
      {kept.length === 0 ? (
        <p className="mt-3 text-soft">Nothing yet. Each lesson and simulator is kept once you open it.</p>
      ) : (
        <ul className="mt-2">
          {kept.map(([path, title]) => (
            <li key={path} className="py-1">
              {/* A whole page, as it was kept: the router would ask the network for its part of it. */}
              <a href={path} className="text-accent underline underline-offset-3">
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

async function listKept(): Promise<string[]> {
  if (!('caches' in window)) return []
  const names = (await caches.keys()).filter(isPages)
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
  return requests.flat().map(({ url }) => new URL(url).pathname)
}
