/** Every fault, in the order in which they are carried out. */
import { keyTakenAway } from "./access.ts";
import { killAfterCommit, killWhileDelivering, sigtermUnderLoad } from "./crashes.ts";
import { reconnectStorm, stoppedClient, stoppedClientForLong, tenThousand } from "./crowds.ts";
import { connectionsCut, databaseRestarted } from "./database.ts";
import { neverReads, protocolFuzz } from "./hostile-clients.ts";
import { embeddedKilled } from "./embedded.ts";
import { cursorExpired } from "./expiry.ts";
import type { Fault } from "./test-bed/fault.ts";
import { wrongClocks } from "./clock-skew.ts";
import { lateCommit, rolledBackGap, sameKeyTwice, thousandsInOne } from "./transactions.ts";
import { workersKilled } from "./workers.ts";
import { writersKilled } from "./writers.ts";

export const faults: readonly Fault[] = [
  killAfterCommit,
  killWhileDelivering,
  writersKilled,
  workersKilled,
  embeddedKilled,
  lateCommit,
  rolledBackGap,
  thousandsInOne,
  connectionsCut,
  databaseRestarted,
  neverReads,
  protocolFuzz,
  stoppedClient,
  stoppedClientForLong,
  tenThousand,
  reconnectStorm,
  sigtermUnderLoad,
  wrongClocks,
  sameKeyTwice,
  keyTakenAway,
  cursorExpired,
];
