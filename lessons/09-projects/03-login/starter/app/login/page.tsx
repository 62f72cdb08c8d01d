import { LoginForm } from "./login-form";

export default function LoginPage() {
	return (
		<>
			<h1>Log in</h1>
			<LoginForm />
			<p className="muted">
				To try it: <code>ada@example.com</code> with <code>analytical engine</code>,{" "}
				<code>grace@example.com</code> with <code>amazing bug</code>.
			</p>
		</>
	);
}
