/** Whether people.yml gives a numeric id of any of the person's accounts: without one nobody can act (T6). */
export function isPinned({ accounts }: { readonly accounts: readonly { readonly id: number | null }[] }): boolean {
  return accounts.some(({ id }) => id !== null);
}
