import * as React from "react";
import { Submit } from "../../components/parts";

const { experimental_taintObjectReference: taint } = React as unknown as {
	experimental_taintObjectReference?: (message: string, value: object) => void;
};

export default function Page() {
	const record = { name: "Ada" };
	taint?.("It stays on the server.", record);
	async function save() {
		"use server";
		return record.name;
	}
	return (
		<form
			action={async (data: FormData) => {
				"use server";
				console.log(await save(), data.get("name"));
			}}
		>
			<input name="name" />
			<Submit />
		</form>
	);
}
