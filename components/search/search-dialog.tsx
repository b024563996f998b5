'use client'

export function SearchDialog({ onClose }: { onClose: () => void }) {
  return (
    <dialog open>
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  )
}
