import Link from 'next/link'

export function Footer() {
  return (
    <footer className="no-print mt-auto border-t border-line">
      <div className="page flex flex-wrap items-center gap-x-6 gap-y-1 py-6 text-[0.875rem] text-soft">
        <p>Spanwise is open source. It sets no tracking cookie and asks no other site for anything.</p>
        <Link
          href="/course"
          className="py-1 text-soft underline underline-offset-3 sm:ml-auto"
          prefetch={false}
        >
          All lessons
        </Link>
      </div>
    </footer>
  )
}
