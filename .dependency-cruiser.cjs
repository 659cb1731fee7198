/**
 * The arrows of the design, kept as a checked file: who may import whom. A folder that is not
 * named here may import nothing of the project.
 * @type {import("dependency-cruiser").IConfiguration}
 */
const arrows = {
  spec: [],
  generators: ["spec"],
  oracles: ["spec"],
  guest: ["spec"],
  harness: ["spec", "oracles", "guest"],
  kernels: ["spec", "oracles", "harness"],
};

/** Everything in `folder` may import from itself and from `allowed`, nothing else of the project. */
function arrow(folder, allowed) {
  const reachable = [folder, ...allowed].join("|");
  return {
    name: `${folder}-imports-${allowed.length === 0 ? "nothing" : allowed.join("-")}`,
    severity: "error",
    comment: `${folder}/ may import ${allowed.length === 0 ? "no other folder" : `only ${allowed.join(", ")}`} of the project.`,
    from: { path: `^${folder}/` },
    to: { pathNot: `^(${reachable}|node_modules)/`, dependencyTypesNot: ["core"] },
  };
}

module.exports = {
  forbidden: [
    ...Object.entries(arrows).map(([folder, allowed]) => arrow(folder, allowed)),
    {
      name: "intel-never-amd",
      severity: "error",
      comment: "Each vendor's oracle follows its own manual; what both state alike lives in oracles/common.",
      from: { path: "^oracles/intel/" },
      to: { path: "^oracles/amd/" },
    },
    {
      name: "amd-never-intel",
      severity: "error",
      comment: "Each vendor's oracle follows its own manual; what both state alike lives in oracles/common.",
      from: { path: "^oracles/amd/" },
      to: { path: "^oracles/intel/" },
    },
    {
      name: "common-never-a-vendor",
      severity: "error",
      comment: "oracles/common holds what both manuals state alike.",
      from: { path: "^oracles/common/" },
      to: { path: "^oracles/(intel|amd)/" },
    },
    {
      name: "nobody-imports-cli",
      severity: "error",
      comment: "cli joins everything; nothing may depend on it.",
      from: { path: "^(spec|generators|oracles|guest|harness|kernels|bench)/" },
      to: { path: "^cli/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      comment: "Two modules that need each other are one module.",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      severity: "error",
      comment: "An import that cannot be resolved escapes every other rule.",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-development-packages",
      severity: "error",
      comment: "What is shipped runs on the dependencies of package.json alone.",
      from: {
        path: "^(spec|generators|oracles|guest|harness|kernels|cli)/",
        pathNot: "^(spec|guest)/(build|generate)",
      },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|coverage)/" },
    // Types count: an arrow that only a type crosses is still an arrow.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    parser: "swc",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".json", ".js", ".mjs"],
    },
  },
};
