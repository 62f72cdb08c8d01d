import { db } from "@/lib/db";

async function pay(price: number, formData: FormData) {
	"use server";
	await db.message.create({ data: { name: `bound ${price}`, text: `hidden ${formData.get("price")}` } });
}

export default function Page() {
	return (
		<form action={pay.bind(null, 1999)}>
			<input type="hidden" name="price" value="1999" />
			<button type="submit">Pay</button>
		</form>
	);
}
