import { permanentRedirect, redirect } from "next/navigation";

export default async function Page({ searchParams }: { searchParams: Promise<{ ever?: string }> }) {
	if ((await searchParams).ever) permanentRedirect("/read");
	redirect("/read");
}
