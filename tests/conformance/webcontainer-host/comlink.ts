// The very Comlink (4.3) of the API itself: 4.4 speaks another protocol. The package exports it to nobody, hence the path.
// @ts-expect-error it comes without types
import { Comlink as vendored } from "../../../node_modules/@webcontainer/api/dist/vendor/index.js";

interface ComlinkApi {
	expose(object: object, port: MessagePort): void;
	proxy<T extends object>(object: T): T;
	transfer<T extends object>(object: T, transfers: Transferable[]): T;
}

export const Comlink: ComlinkApi = vendored;
