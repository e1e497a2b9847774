import { consensus } from "./consensus-machine.ts";
import type { Machine } from "./machine.ts";

/** In the order of the page. */
export const machines: readonly Machine[] = [consensus];
