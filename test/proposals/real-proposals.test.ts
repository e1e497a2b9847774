import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parseProposal } from "../../src/proposals/index.ts";

const S = "Standards Track";
const P = "Process";
const E = "Extensions Track";

/** Read by eye from the head of each file. Sponsor: a handle, `none`, or `-` where the field is absent. */
const expected: Readonly<
  Record<string, readonly [number: number, type: string, status: string, created: string, authors: string, sponsor: string, title: string]>
> = {
  "414-": [414, S, "Final", "2025-04-25", "@codefromthecrypt", "@Kludex", "Document OpenTelemetry Trace Context Propagation Conventions"],
  "932-": [932, P, "Final", "2025-07-08", "David Soria Parra", "-", "Model Context Protocol Governance"],
  "973-": [
    973,
    S,
    "Final",
    "2025-07-15",
    "@jesselumarie",
    "-",
    "Expose additional metadata for Implementations, Resources, Tools and Prompts",
  ],
  "985-": [985, S, "Final", "2025-07-16", "@sunishsheth2009", "-", "Align OAuth 2.0 Protected Resource Metadata with RFC 9728"],
  "986-": [986, S, "Final", "2025-07-16", "@kentcdodds", "-", "Specify Format for Tool Names"],
  "990-": [990, S, "Final", "2025-06-04", "@aaronpk", "-", "Enable enterprise IdP policy controls during MCP OAuth flows"],
  "991-": [
    991,
    S,
    "Final",
    "2025-07-07",
    "@pcarleton @aaronpk",
    "-",
    "Enable URL-based Client Registration using OAuth Client ID Metadata Documents",
  ],
  "994-": [994, P, "Final", "2025-07-17", "@localden", "-", "Shared Communication Practices/Guidelines"],
  "1024-": [1024, S, "Final", "2025-07-22", "Den Delimarsky", "-", "MCP Client Security Requirements for Local Server Installation"],
  "1034-": [1034, S, "Final", "2025-07-22", "Tapan Chugh", "-", "Support default values for all primitive types in elicitation schemas"],
  "1036-": [1036, S, "Final", "2025-07-22", "@nbarbettini @wdawson", "-", "URL Mode Elicitation for secure out-of-band interactions"],
  "1046-": [1046, S, "Final", "2025-07-23", "@D-McAdams", "-", "Support OAuth client credentials flow in authorization"],
  "1302-": [1302, S, "Final", "2025-08-05", "@tadasant", "-", "Formalize Working Groups and Interest Groups in MCP Governance"],
  "1303-": [1303, S, "Final", "2025-08-05", "@fredericbarthelet", "-", "Input Validation Errors as Tool Execution Errors"],
  "1319-": [1319, S, "Final", "2025-08-08", "@kurtisvg", "-", "Decouple Request Payload from RPC Methods Definition"],
  "1330-": [1330, S, "Final", "2025-08-11", "@chughtapan", "-", "Elicitation Enum Schema Improvements and Standards Compliance"],
  "1577-": [1577, S, "Final", "2025-09-30", "@ochafik", "-", "Sampling With Tools"],
  "1613-": [1613, S, "Final", "2025-10-06", "Ola Hungerford", "-", "Establish JSON Schema 2020-12 as Default Dialect for MCP"],
  "1686-": [1686, S, "Final", "2025-10-20", "Surbhi Bansal, Luca Chang", "-", "Tasks"],
  "1699-": [1699, S, "Final", "2025-10-22", "@jonathanhefner", "-", "Support SSE polling via server-side disconnect"],
  "1730-": [1730, S, "Final", "2025-10-29", "Inna Harper, Felix Weinberger", "-", "SDKs Tiering System"],
  "1850-": [1850, P, "Final", "2025-11-20", "@nickcoai @davidsp", "@davidsp", "PR-Based SEP Workflow"],
  "1865-": [
    1865,
    E,
    "Final",
    "2025-11-21",
    "@idosal @liadyosef @olivierchafik @jeromeswannack @jonathanhefner @antonpidkuiko @nickcooper @bryanashley @alexichristakis",
    "none",
    "MCP Apps - Interactive User Interfaces for MCP",
  ],
  "2085-": [2085, P, "Final", "2025-12-05", "@dsp-ant", "@dsp-ant", "Governance Succession and Amendment Procedures"],
  "2106-": [
    2106,
    S,
    "Final",
    "2026-01-06",
    "@jpmcb @olaservo",
    "@olaservo",
    "Tools `inputSchema` & `outputSchema` Conform to JSON Schema 2020-12",
  ],
  "2133-": [2133, S, "Final", "2025-01-21", "@pja-ant", "none", "Extensions"],
  "2148-": [2148, P, "Final", "2026-01-15", "@dsp-ant @sarahnovotny", "@dsp-ant", "MCP Contributor Ladder"],
  "2149-": [2149, P, "Final", "2025-01-15", "@dsp-ant @sarahnovotny", "@dsp-ant", "MCP Group Governance and Charter Template"],
  "2164-": [2164, S, "Final", "2026-01-28", "@pja-ant", "none", "Standardize Resource Not Found Error Code"],
  "2207-": [2207, S, "Final", "2026-02-04", "@wdawson", "@pcarleton", "OIDC-Flavored Refresh Token Guidance"],
  "2243-": [
    2243,
    S,
    "Final",
    "2026-02-04",
    "MCP Transports Working Group",
    "none",
    "HTTP Header Standardization for Streamable HTTP Transport",
  ],
  "2260-": [
    2260,
    S,
    "Final",
    "2026-02-16",
    "MCP Transports Working Group",
    "@CaitieM20",
    "Require Server requests to be associated with a Client request.",
  ],
  "2322-": [2322, S, "Final", "2026-02-03", "@markdroth @CaitieM20 @gjz22", "@CaitieM20", "Multi Round-Trip Requests"],
  "2468-": [2468, S, "Final", "2026-03-25", "@EmLauber", "@pcarleton", "Recommend Issuer (iss) Parameter in MCP Auth Responses"],
  "2484-": [
    2484,
    P,
    "Final",
    "2026-03-27",
    "@pcarleton",
    "none",
    "Require Conformance Tests for Standards Track SEPs to Reach Final Status",
  ],
  "2549-": [2549, S, "Final", "2026-04-09", "@CaitieM20", "@CaitieM20", "TTL for List Results"],
  "2567-": [2567, S, "Final", "2026-03-11", "@pja-ant", "@pja-ant", "Sessionless MCP via Explicit State Handles"],
  "2575-": [2575, S, "Final", "2025-06-18", "@jonathanhefner @markdroth @evalstate @htuch @kurtisvg", "@kurtisvg", "Make MCP Stateless"],
  "2577-": [2577, S, "Final", "2026-04-14", "@kurtisvg", "@kurtisvg", "Deprecate Roots, Sampling, and Logging"],
  "2596-": [2596, P, "Final", "2026-04-17", "@localden", "@localden", "Specification Feature Lifecycle and Deprecation Policy"],
  "2663-": [2663, E, "Final", "2026-04-27", "@LucaButBoring @CaitieM20", "@CaitieM20", "Tasks Extension"],
  "1803.": [1803, S, "Draft", "2025-11-12", "@caseychow-oai", "@nickcoai", "Event Subscriptions"],
  "2127.": [2127, E, "Draft", "2026-01-21", "@dsp-ant @SamMorrowDrums @tadasant", "@dsp-ant", "MCP Server Cards - HTTP Server Discovery"],
  "2509.": [2509, S, "Draft", "2026-04-01", "Shinzo", "none", "Task Output Snapshots"],
  "2598.": [2598, S, "Draft", "2026-04-17", "@kurtisvg", "@kurtisvg", "Pluggable Transports"],
  "2614.": [2614, S, "Draft", "2026-04-20", "@Vijaynw", "none", "Keyword-based Server Routing via `Implementation.keywords`"],
  "2624.": [2624, S, "Draft", "2025-11-04", "@sambhav @Degiorgio @PederHP", "@sambhav", "Interceptors for Model Context Protocol"],
  "2631.": [2631, S, "Draft", "2026-04-20", "@caseychow", "none", "File Objects and Transfer"],
  "2636.": [2636, S, "Draft", "2026-04-21", "@SylonZero", "none", "Progressive Tool Disclosure"],
  "2640.": [2640, E, "Draft", "2026-04-23", "@pja-ant @olaservo @sambhav @aditya-scio", "@pja-ant", "Skills Extension"],
  "2643.": [2643, E, "Draft", "2026-04-20", "@monmohan", "none", "Structured Authorization Denials"],
  "2668.": [2668, E, "Draft", "2026-04-30", "@vdineshk", "none", "Behavioral Trust Extension for MCP Registry"],
  "2678.": [
    2678,
    S,
    "Draft",
    "2026-05-04",
    "@matthewkhouzam",
    "Ericsson (Ericsson)",
    "Standardize Implementation-Specific JSON-RPC Error Codes",
  ],
  "2848.": [2848, E, "Draft", "2026-06-02", "Karl McGuinness", "none", "Asynchronous Approval for Tool Calls"],
};

const shared = new URL("../../../shared/mcp/", import.meta.url);
const files = ["seps", "texts"].flatMap((folder) => {
  const place = new URL(`${folder}/`, shared);
  return existsSync(place)
    ? readdirSync(place).map((name) => ({ name, path: `seps/${name}`, text: readFileSync(new URL(name, place), "utf8") }))
    : [];
});
const person = ({ name, handle }: { name: string | null; handle: string | null }) => (handle === null ? name : `@${handle}`);

if (files.length === 0) {
  test.skip("the real proposals are skipped: ../shared/mcp is absent", () => {});
} else {
  describe("the real proposals", () => {
    const parsed = new Map(files.map(({ name, path, text }) => [name, parseProposal(text, path)]));
    const find = (start: string) => [...parsed].find(([name]) => name.startsWith(start))?.[1];

    test.each(Object.entries(expected))("%s has its number, type, status, day, authors, sponsor and title", (start, row) => {
      const document = find(start);
      if (document === undefined) throw new Error(`no file begins with ${start}`);
      const { sponsor } = document;
      const handles = document.authors.filter((author) => author.handle !== null);
      const authors = handles.length > 0 ? handles.map(person).join(" ") : document.authors.map(person).join(", ");

      expect([
        document.number,
        document.type,
        document.status,
        document.created,
        authors,
        sponsor.kind === "person" ? person(sponsor) : sponsor.kind === "none" ? "none" : "-",
        document.title,
      ]).toEqual(row);
    });

    test("each file stands in the table", () => {
      expect(files.map(({ name }) => name).filter((name) => !Object.keys(expected).some((start) => name.startsWith(start)))).toEqual([]);
    });

    test("numbers of pull requests and issues are read in every form (V2, V3)", () => {
      const references = ["2322-", "2207-", "932-", "990-", "994-", "1850-", "2636.", "2509.", "2678."].map((start) => [
        find(start)?.pullRequest,
        find(start)?.issue,
      ]);

      expect(references).toEqual([
        [2322, null],
        [2207, null],
        [931, 932],
        [646, 990],
        [1002, 994],
        [1850, null],
        [2636, null],
        [2509, 2452],
        [null, null],
      ]);
    });

    test("none that was merged has an error, and the drafts have none either", () => {
      const errors = [...parsed].flatMap(([name, { problems }]) =>
        problems.filter((problem) => problem.severity === "error").map((problem) => `${name} ${problem.code}`),
      );

      expect(errors).toEqual([]);
    });

    test("checks of the text say what is known to be wrong, and little else", () => {
      const codes = (start: string) => find(start)?.problems.map((problem) => `${problem.line} ${problem.code}`);

      expect(codes("1046-")).toEqual(["9 second-preamble"]);
      expect(codes("1577-")).toEqual(["9 second-preamble"]);
      expect(codes("991-")).toEqual(["9 second-title"]);
      expect(codes("1302-")).toContain("13 template-text");
      expect(codes("2322-")).toEqual(["9 pr-unfilled", "1357 unfinished-text"]);
      expect(codes("2668.")).toContain("5 type-wording");
      const all = [...parsed.values()].flatMap((document) => document.problems);
      expect(all.length).toBeLessThan(files.length * 1.7);
    });

    test("sections that are missing are those that a reader misses", () => {
      const lacking = (kind: string) =>
        files
          .filter(({ name }) => /^\d+-/.test(name))
          .filter(({ name }) => !parsed.get(name)?.sections.some((section) => section.kind === kind)).length;

      expect(lacking("abstract")).toBe(0);
      expect(lacking("reference-implementation")).toBe(13);
      // Two seem to be missing: the `Breaking Changes` of 990 are read as what they are.
      expect(lacking("backward-compatibility")).toBe(1);
    });
  });
}
