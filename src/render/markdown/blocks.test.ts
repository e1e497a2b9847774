import { fitBlocks } from "./blocks.ts";
import { md } from "./markdown.ts";

const parts = { head: [md`head`], foot: [md`foot`], limit: 200 };
const long = (length: number) => md`${"x".repeat(length)}`;

describe("blocks that have to fit", () => {
  it("stand one after the other while there is room", () => {
    expect(fitBlocks({ ...parts, optional: [md`one`, md`two`] })).toBe("head\n\none\n\ntwo\n\nfoot");
  });

  it("are left out where they do not, and that is said once", () => {
    const fitted = fitBlocks({ ...parts, optional: [long(500), md`two`, long(500)] });

    expect(fitted).toBe("head\n\ntwo\n\nSome details are left out here: they are too long for one comment.\n\nfoot");
  });

  it("never take the head or the foot away", () => {
    expect(fitBlocks({ head: [long(300)], optional: [md`one`], foot: [md`foot`], limit: 200 })).toMatch(
      /^x{300}\n\nSome details .*\n\nfoot$/,
    );
  });

  it("leave no gap where there is nothing", () => {
    expect(fitBlocks({ ...parts, optional: [md``] })).toBe("head\n\nfoot");
  });
});
