export { describeStage } from "./describe-stage.ts";
export { loginOf, nameBody, namePerson } from "./people.ts";
export { authoritiesOf, plainBodies, plainBody } from "./plain-names.ts";
export { firstWords } from "./reasons-given.ts";
export type { Call, Row } from "./stage-text.ts";
