import { chmod, mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseDataFolder } from "./data-folder";
import { canTraverse } from "./system/identity";

const stranger = { uid: 64_999, gid: 64_999 };
const sharedFolder = "/var/lib/shared";
let open: string;
let closed: string;

beforeEach(async () => {
  open = await mkdtemp(join(tmpdir(), "personnel-graph-folder-"));
  await chmod(open, 0o755);
  closed = join(open, "home", "project");
  await mkdir(closed, { recursive: true });
  await chmod(join(open, "home"), 0o700);
});

afterEach(() => rm(open, { recursive: true }));

it("lies in the project when PostgreSQL runs as the present user", async () => {
  const choice = { configured: undefined, project: closed, identity: undefined, sharedFolder };
  expect((await chooseDataFolder(choice)).path).toBe(join(closed, ".data"));
});

it("lies in the project when PostgreSQL's user can pass through it", async () => {
  const choice = { configured: undefined, project: open, identity: stranger, sharedFolder };
  expect((await chooseDataFolder(choice)).path).toBe(join(open, ".data"));
});

it("lies in the shared folder, apart for each project, when the project is closed to others", async () => {
  const choice = { configured: undefined, identity: stranger, sharedFolder };
  const one = await chooseDataFolder({ ...choice, project: closed });
  await mkdir(join(open, "home", "other"));
  const other = await chooseDataFolder({ ...choice, project: join(open, "home", "other") });
  expect(one.path).toMatch(/^\/var\/lib\/shared\/[0-9a-f]{12}$/);
  expect(other.path).not.toBe(one.path);
});

it("is never moved elsewhere when configured", async () => {
  const configured = join(closed, "not", "yet", "made");
  const choice = { configured, project: open, identity: stranger, sharedFolder };
  await expect(chooseDataFolder(choice)).rejects.toThrow(
    `PostgreSQL's user cannot reach ${configured}`,
  );
});

it("is reached by a closed folder's owner and group as the mode says", async () => {
  const home = join(open, "home");
  const { uid, gid } = await stat(home);
  await expect(canTraverse(home, { uid, gid })).resolves.toBe(true);
  await expect(canTraverse(home, { uid: stranger.uid, gid })).resolves.toBe(false);
  await chmod(home, 0o710);
  await expect(canTraverse(home, { uid: stranger.uid, gid })).resolves.toBe(true);
  await expect(canTraverse(home, stranger)).resolves.toBe(false);
});
