import { ownersOf } from "./code-owners.ts";

describe("the owners of a path", () => {
  it.each([
    ["* @all", ["@all"]],
    ["/governance/ @core", ["@core"]],
    ["governance/ @core", ["@core"]],
    ["governance @core", ["@core"]],
    ["/governance/** @core @lead", ["@core", "@lead"]],
    ["*.yml @core", ["@core"]],
    ["/gov*/groups/ @core", ["@core"]],
    ["**/groups/*.yml @core", ["@core"]],
    ["/governance/groups/?vents-wg.yml @core # the charter", ["@core"]],
    ["/governance/* @core", []],
    ["/groups/ @core", []],
    ["/governance/groups/events @core", []],
    ["# * @all", []],
    ["", []],
    ["* @all\n/governance/ @core", ["@core"]],
    ["/governance/ @core\n* @all", ["@all"]],
    ["* @all\n/governance/groups/", []],
    ["/governancexgroups/ @core", []],
  ])("of %j are %j", (text, expected) => {
    expect(ownersOf("governance/groups/events-wg.yml", text)).toEqual(expected);
  });

  it("include those of a folder's own files, for a pattern that ends in a star", () => {
    expect(ownersOf("governance/project.yml", "/governance/* @core")).toEqual(["@core"]);
  });
});
