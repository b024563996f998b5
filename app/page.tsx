export default function CataloguePage() {
  return <div className="page py-12">Spanwise</div>
}
