import { styleText } from "node:util";

/** Marks up text for a terminal, or leaves it alone where escape sequences would be noise. */
export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  notice(text: string): string;
}

const PLAIN: Paint = {
  strong: (text) => text,
  faint: (text) => text,
  good: (text) => text,
  bad: (text) => text,
  notice: (text) => text,
};

const COLOURED: Paint = {
  strong: (text) => styleText("bold", text),
  faint: (text) => styleText("dim", text),
  good: (text) => styleText("green", text),
  bad: (text) => styleText("red", text),
  notice: (text) => styleText("yellow", text),
};

/** The paint for a stream that shows colours, or for one that does not. */
export function paintFor(coloured: boolean): Paint {
  return coloured ? COLOURED : PLAIN;
}
