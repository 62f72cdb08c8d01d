import { borrow } from "@/lib/loans";

export function BorrowButton({ title, children }: { title: string; children: React.ReactNode }) {
	return (
		<form action={borrow.bind(null, title)} className="row">
			<span>{children}</span>
			<button type="submit" aria-label={`Borrow ${title}`}>
				Borrow
			</button>
		</form>
	);
}
