"use client";

import { Component, type ReactNode } from "react";

/** What error.tsx is made of: a class component with this one static method. */
export class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
	override state = { failed: false };

	static getDerivedStateFromError() {
		return { failed: true };
	}

	override render() {
		if (!this.state.failed) return this.props.children;
		return (
			<div className="card" role="alert">
				<p>The printer is on strike.</p>
				<button type="button" onClick={() => this.setState({ failed: false })}>
					Try again
				</button>
			</div>
		);
	}
}
