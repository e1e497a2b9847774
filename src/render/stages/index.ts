export { describeStage } from "./describe-stage.ts";
export { listPeople, loginOf, nameBody, namePerson } from "./people.ts";
export { authoritiesOf, coreOf, isCores, plainBodies, plainBody } from "./plain-names.ts";
export type { Call, Row, StageText } from "./stage-text.ts";
