import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

async function order(formData: FormData) {
	"use server";
	await db.message.create({ data: { name: "order", text: String(formData.get("what")) } });
	revalidatePath("/");
}

export default async function ShopPage() {
	const orders = await db.message.findMany();

	return (
		<>
			<h1>Tea and more tea</h1>
			<form action={order} className="card">
				<div className="field">
					<label htmlFor="what">What would you like?</label>
					<input id="what" name="what" required />
				</div>
				<button type="submit">Order</button>
			</form>
			<p>{orders.length} orders so far.</p>
		</>
	);
}
