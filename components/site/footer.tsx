import Link from 'next/link'

export function Footer() {
  return (
    <footer className="no-print mt-auto border-t border-line">
      <div className="page flex flex-wrap gap-x-6 gap-y-2 py-6 text-[0.875rem] text-soft">
        <p>Spanwise is open source. It sets no tracking cookie and asks no other site for anything.</p>
        <Link href="/course" className="ml-auto text-soft underline underline-offset-3" prefetch={false}>
          All lessons
        </Link>
      </div>
    </footer>
  )
}
