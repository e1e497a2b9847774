export { type Classifier, prepareClassifier } from "./classifier.ts";
export { domainsOfPath } from "./domain-pages.ts";
