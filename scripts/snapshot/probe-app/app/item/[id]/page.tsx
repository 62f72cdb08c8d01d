import type { Metadata } from "next";

interface Props {
	params: Promise<{ id: string }>;
}

export const generateStaticParams = async () => [{ id: "1" }, { id: "2" }];
export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
	title: `Item ${(await params).id}`,
});

export default async function Page({ params }: Props) {
	return <p>{(await params).id}</p>;
}
