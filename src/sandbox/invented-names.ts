/** People and organisations who do not exist. Real people never appear to act in the sandbox. */
const firstNames = [
  "juno",
  "noor",
  "ravi",
  "lena",
  "mira",
  "tomas",
  "asta",
  "bela",
  "caio",
  "dara",
  "edda",
  "fenn",
  "gita",
  "hale",
  "ilka",
  "jory",
  "kemi",
  "lior",
  "maud",
  "nilo",
  "orla",
  "pavo",
  "quin",
  "runa",
  "sago",
  "tova",
  "ugo",
  "vida",
  "wim",
  "xenia",
  "yara",
  "zeno",
] as const;
const lastNames = [
  "brandt-osei",
  "calloway",
  "dimitrov",
  "eastgate",
  "farrow",
  "grunwald",
  "hollis",
  "ibarra",
  "jansky",
  "kestrel",
  "lindqvist",
  "marlowe",
] as const;

const organisations = [
  "Hexa Labs",
  "Orbit",
  "Quarry Systems",
  "Tidewater Cooperative",
  "Pinnace",
  "Lumen Works",
  "Foxglove",
  "Basalt Software",
  "Kite & Compass",
  "Meridian Data",
  "Saltmarsh",
  "Umbra Tools",
  "Vellum",
  "Wayfarer Cloud",
  "Yarrow",
  "Zephyr Institute",
  "Alder Grove",
  "Brightwater",
  "Cinder",
  "Dovetail",
  "Everly",
  "Fathom Nine",
  "Gable",
  "Harrow Street",
  "Isthmus",
  "Jackdaw",
  "Kelp",
  "Larkspur",
  "Mossback",
  "Nettle",
] as const;

/** The n-th invented login; the first 384 differ (32 and 12 meet every 96, then the last names shift by one). */
export function inventedLogin(n: number): string {
  const first = firstNames[n % firstNames.length];
  const last = lastNames[(n + Math.floor(n / 96)) % lastNames.length];
  return `${first}-${last}`;
}

/** The n-th invented organisation. */
export function inventedOrganisation(n: number): string {
  return organisations[n % organisations.length] ?? organisations[0];
}

/** Authors of the sample proposals: they hold no seat and no level. */
export const strangers = [
  "wren-halloway",
  "odile-marchetti",
  "ines-okafor-lind",
  "teodor-vass",
  "mirembe-castellan",
  "bram-adeyemi-holt",
  "solveig-tarn",
  "passer-by",
] as const;
