import { bust, draft, forget, lose, refuse, upload } from "../../lib/actions";

export default function Page() {
	return (
		<>
			{[bust, draft, forget, lose, refuse].map((action) => (
				<form action={action} key={action.name}>
					<button>go</button>
				</form>
			))}
			<form
				action={async (data) => {
					"use server";
					await upload(data);
				}}
			>
				<input type="file" name="file" />
				<button>up</button>
			</form>
		</>
	);
}
