/** Writes the files under spec/generated that come from spec/schemas: `npm run generate`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { documentTypes, schemaConstant } from "./documents.ts";
import { repositoryRoot } from "./schema-files.ts";

const root = repositoryRoot();
const generated = join(root, "spec", "generated");
writeFileSync(join(generated, "documents.ts"), await documentTypes(root));
writeFileSync(join(generated, "schemas.ts"), schemaConstant(root));
