// Drives zigbee-herdsman against an emulated stick: forms a network, lets the device join, and updates it.
// Usage: node herdsman.mjs PORT IMAGE FOLDER
// Prints one JSON object per line; the last one says "updated", or "failed" and why.
import { createRequire } from "node:module";
import path from "node:path";

const [port, image, folder] = process.argv.slice(2);
// the package stands where this script was copied to, not where it comes from
const { Controller, setLogger } = createRequire(path.join(folder, "package.json"))("zigbee-herdsman");

const say = (what) => console.log(JSON.stringify(what));
const quiet = () => {};
const loud = (message, namespace) => console.error(`${namespace}: ${typeof message === "function" ? message() : message}`);
setLogger({ debug: process.env.HERDSMAN_DEBUG ? loud : quiet, info: loud, warning: loud, error: loud });

const controller = new Controller({
    network: {
        panID: 0x1a62,
        extendedPanID: [0xdd, 0xdd, 0xdd, 0xdd, 0xdd, 0xdd, 0xdd, 0xdd],
        channelList: [11],
        networkKey: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
        networkKeyDistribute: false,
    },
    serialPort: { path: `tcp://127.0.0.1:${port}`, adapter: "ember" },
    databasePath: path.join(folder, "database.db"),
    databaseBackupPath: path.join(folder, "database.db.backup"),
    backupPath: path.join(folder, "coordinator_backup.json"),
    adapter: { disableLED: true },
    acceptJoiningDeviceHandler: async () => true,
});

const interviewed = new Promise((resolve, reject) => {
    controller.on("deviceInterview", ({ status, device }) => {
        say({ interview: status, device: device.ieeeAddr });
        if (status === "successful") {
            resolve(device);
        } else if (status === "failed") {
            reject(new Error("the interview failed"));
        }
    });
});

try {
    const started = performance.now();
    say({ start: await controller.start(), milliseconds: Math.round(performance.now() - started) });
    await controller.permitJoin(200);
    const device = await interviewed;
    say({ endpoints: device.endpoints.map((it) => ({ number: it.ID, profile: it.profileID, out: it.outputClusters })) });
    const before = performance.now();
    const [from, to] = await device.updateOta(
        { url: image },
        undefined,
        undefined,
        {},
        quiet,
        { requestTimeout: 20000, responseDelay: 0, baseSize: 50 },
    );
    say({ updated: to?.fileVersion ?? null, from: from.fileVersion, milliseconds: Math.round(performance.now() - before) });
    process.exitCode = to === undefined ? 1 : 0;
} catch (error) {
    say({ failed: error.message });
    console.error(error.stack);
    process.exitCode = 1;
}
await controller.stop().catch(quiet);
process.exit();
