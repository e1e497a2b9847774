/** Where a command writes to, and what it wrote. */
export function listening() {
  const said: { readonly out: string[]; readonly error: string[] } = { out: [], error: [] };
  return {
    io: { writeOut: (text: string) => void said.out.push(text), writeError: (text: string) => void said.error.push(text) },
    out: () => said.out.join(""),
    error: () => said.error.join(""),
  };
}
