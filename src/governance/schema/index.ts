export { DomainsFile } from "./domains.ts";
export { GroupFile } from "./group.ts";
export { LadderFile } from "./ladder.ts";
export { LifecycleFile } from "./lifecycle.ts";
export { PeopleFile } from "./people.ts";
export { Procedure, ProceduresFile } from "./procedures.ts";
export { ProjectFile } from "./project.ts";
