/** Import rules: who may know whom. Each rule says why; changing one needs a record in docs/decisions. */

/** What each folder may import of ours, besides itself. Taken from the layout in the README. */
const MAY_IMPORT = {
  'app/reading': {
    of: [],
    why: 'Reading is a pure library: text in, findings out. It must be usable without the newsroom.',
  },
  'app/domain': {
    of: ['app/reading'],
    why: 'Rules decide about plain values; what they need they are told.',
  },
  'app/storage': {
    of: ['app/domain', 'prisma'],
    why: 'Storage remembers. It knows the words of the domain and nothing of who asks.',
  },
  'app/exports': {
    of: ['app/domain', 'app/reading'],
    why: 'An export is a pure function of a dossier, so that it can be made again and compared.',
  },
  'app/queue': { of: ['app/storage'], why: 'A queue waits; what the work is, its caller says.' },
  'app/usecases': {
    of: ['app/domain', 'app/reading', 'app/storage', 'app/exports', 'app/queue', 'prisma/generated'],
    why: 'A use case asks the domain and writes storage. HTTP, screens and scrapers are none of its business.',
  },
  'app/http': {
    of: ['app/domain', 'app/storage', 'app/env.server.ts', 'app/paths.ts'],
    why: 'Only http knows HTTP; it turns requests into plain values and refusals into answers.',
  },
  'app/components': {
    of: ['app/domain', 'app/reading', 'app/exports', 'app/paths.ts'],
    why: 'Components draw what they are given; a component that loads data cannot be looked at alone.',
  },
  'app/routes': {
    of: [
      'app/http',
      'app/usecases',
      'app/storage',
      'app/components',
      'app/domain',
      'app/exports',
      'app/reading',
      'app/paths.ts',
    ],
    why: 'A route joins one URL to one read and one use case; one route must not lean on another.',
  },
  'scrapers/kit': {
    of: ['app/domain', 'scrapers/contract.ts'],
    why: 'The kit meets the network; it must not know what for.',
  },
  'scrapers/(?:assist|find|fetch|archive|extract|check|witness)': {
    of: ['scrapers/kit', 'scrapers/contract.ts', 'app/domain', 'app/reading'],
    why: 'A step is one method. It must not know other steps, the database or the settings.',
  },
}

const folderRules = Object.entries(MAY_IMPORT).map(([folder, { of, why }]) => ({
  name: `${folder.replace(/[^a-z/]/g, '')}-knows-only-what-it-needs`,
  comment: why,
  severity: 'error',
  from: { path: `^(${folder})/` },
  to: {
    path: '^(app|bin|prisma|scrapers|tests)/',
    // The first group is the folder itself: a step may import its own folder and no other step's.
    pathNot: ['^$1/', ...of.map((path) => `^${path}(/|$)`)],
  },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...folderRules,
    {
      name: 'no-circles',
      comment: 'A circle means that two files are one file, or that a third is missing.',
      severity: 'error',
      from: { pathNot: '^prisma/generated' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'newsroom-never-imports-scrapers',
      comment:
        'Hostile pages never share a process with the editors’ sessions; the two meet in the database.',
      severity: 'error',
      from: { path: '^(app|prisma)/' },
      to: { path: '^(scrapers|bin)/' },
    },
    {
      name: 'scrapers-never-import-bin',
      comment: 'Arrows go one way: tests → bin → scrapers → app → prisma.',
      severity: 'error',
      from: { path: '^(app|prisma|scrapers)/' },
      to: { path: '^bin/' },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'The product must not need its tests.',
      severity: 'error',
      from: { path: '^(app|bin|prisma|scrapers)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'a-use-case-never-calls-another',
      comment: 'One verb is one transaction. Two verbs in one are two ledger entries that may part.',
      severity: 'error',
      from: { path: '^app/usecases/[^/]+/' },
      to: {
        path: '^app/usecases/',
        pathNot: '^app/usecases/exports/(build-dossier|dossier-[a-z]+)\\.server\\.ts$',
      },
    },
    {
      name: 'only-storage-knows-prisma',
      comment:
        'One place to look when a query is slow or wrong. Types may be named by the use cases that write JSON columns.',
      severity: 'error',
      from: { path: '^(app|bin|scrapers)/', pathNot: '^app/storage/' },
      to: { path: '^(prisma/generated|node_modules/@prisma)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-storage-knows-the-disk',
      comment: 'Bytes are kept by digest and synced; a file written elsewhere is not.',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/storage/' },
      to: { path: '^(node:)?fs', dependencyTypes: ['core'] },
    },
    {
      name: 'only-the-kit-knows-the-network',
      comment: 'Every address is hostile: traffic goes through the guard or not at all.',
      severity: 'error',
      from: { path: '^(app|scrapers)/', pathNot: '^scrapers/kit/' },
      to: { path: '(^(node:)?(net|tls|dns|http|https|http2)$|node_modules/(undici|proxy-chain)/)' },
    },
    {
      name: 'pure-code-knows-no-node',
      comment:
        'Reading, rules and exports are told the time and given their bytes; only then can they be tested as they are.',
      severity: 'error',
      from: { path: '^app/(reading|domain|exports)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'worker-is-the-one-bridge',
      comment:
        'Only the worker, and what it does after a walk, writes what scrapers find; the walk itself saves nothing.',
      severity: 'error',
      from: {
        path: '^scrapers/',
        pathNot:
          '^scrapers/(?:worker|hold-lease|walk-\\w+|record-walk|screen-leads?|read-back|call-witnesses)\\.ts$',
      },
      to: { path: '^app/(usecases|storage|queue|http|components|routes)/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'prisma/generated'] },
    exclude: { path: '^(build|tests/fixtures)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
}
