export { type Classifier, prepareClassifier } from "./classifier.ts";
