/** Writes the files under spec/generated that come from spec/schemas: `npm run generate`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ruleIdSource, rulesSource } from "./catalogue.js";
import { claimsPage, claimsSource } from "./claims.js";
import { documentTypes, schemaConstant } from "./documents.js";
import { rulebookText } from "./rulebook.js";
import { repositoryRoot } from "./schema-files.js";
const root = repositoryRoot();
const generated = join(root, "spec", "generated");
writeFileSync(join(generated, "documents.ts"), await documentTypes(root));
writeFileSync(join(generated, "schemas.ts"), schemaConstant(root));
writeFileSync(join(generated, "rule-id.ts"), ruleIdSource(root));
writeFileSync(join(generated, "rules.ts"), rulesSource(root));
writeFileSync(join(root, "docs", "rules.md"), rulebookText(root));
writeFileSync(join(generated, "claims.ts"), claimsSource(root));
writeFileSync(join(root, "docs", "claims.md"), claimsPage(root));
