export interface WakeUp {
  wake(): void;
  /** Resolves at the next `wake`, at once when there was one since the last wait, or after the time. */
  wait(milliseconds: number): Promise<void>;
}

/** A bell that remembers one ring: a wake-up between two waits is not lost. */
export function createWakeUp(): WakeUp {
  let rung = false;
  let ring: (() => void) | null = null;
  return {
    wake() {
      rung = true;
      ring?.();
    },
    async wait(milliseconds) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          ring = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
      ring = null;
    },
  };
}
