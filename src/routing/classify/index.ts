export { type Classifier, type ClassifyInput, prepareClassifier } from "./classifier.ts";
