import { createServer } from "node:net";

/** A port that nobody listens on now. Known before the server starts, so that comments can link to its page from the first on. */
export function findFreePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
        else reject(new Error("No port is free."));
      });
    });
  });
}
