import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort, isRoot, Running, until } from "./programs.ts";

/** A cluster of our own that keeps what it says it keeps: it waits for the disk, unlike those of the other tests. */
export class Postgres {
  private server: Running | undefined;

  private constructor(
    private readonly programs: string,
    private readonly data: string,
    private readonly port: number,
    private readonly log: string,
  ) {}

  static async start(folder: string, log: string): Promise<Postgres> {
    const programs = newest();
    const home = join(folder, "postgres");
    mkdirSync(home, { recursive: true });
    if (isRoot()) execFileSync("chown", ["postgres", home]);
    chmodSync(home, 0o700);
    const data = join(home, "data");
    const [program, ...args] = asPostgres(
      join(programs, "initdb"),
      "-D",
      data,
      "-U",
      "kanal",
      "-A",
      "trust",
      "-E",
      "UTF8",
      "--locale=C",
      "--no-sync",
    );
    execFileSync(program, args, { stdio: "ignore", cwd: "/" });
    const postgres = new Postgres(programs, data, await freePort(), log);
    await postgres.startAgain();
    await postgres.ask("create database kanal", "postgres");
    return postgres;
  }

  get connection(): string {
    return `Host=127.0.0.1;Port=${this.port};Username=kanal;Database=kanal;Maximum Pool Size=40`;
  }

  async startAgain(): Promise<void> {
    const settings = [
      "fsync=on",
      "synchronous_commit=on",
      "full_page_writes=on",
      "listen_addresses=127.0.0.1",
      "max_connections=200",
    ];
    const [program, ...args] = asPostgres(
      join(this.programs, "postgres"),
      ...["-D", this.data, "-p", String(this.port), "-k", join(this.data, "..")],
      ...settings.flatMap((setting) => ["-c", setting]),
    );
    this.server = new Running(program, args, this.log, {}, "/");
    await until("PostgreSQL answers", 30_000, () => this.answers());
  }

  /** Fast as an administrator stops it; immediate as a machine that loses its power. */
  async stop(how: "fast" | "immediate"): Promise<void> {
    await this.server?.end(how === "fast" ? "SIGINT" : "SIGQUIT", 20_000);
  }

  /** Cuts every connection of the product to the database. */
  async cutConnections(): Promise<number> {
    const cut = await this.ask(
      "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = 'kanal' and pid <> pg_backend_pid()",
    );
    return Number(cut);
  }

  /** What psql prints; asked by a program of PostgreSQL's own, for nothing here speaks its protocol. */
  async ask(sql: string, database = "kanal"): Promise<string> {
    return execFileSync(
      join(this.programs, "psql"),
      [
        "-X",
        "-q",
        "-A",
        "-t",
        "-h",
        "127.0.0.1",
        "-p",
        String(this.port),
        "-U",
        "kanal",
        "-d",
        database,
        "-c",
        sql,
      ],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    ).trim();
  }

  runs(): boolean {
    return this.server?.runs ?? false;
  }

  private answers(): boolean {
    if (!this.server?.runs)
      throw new Error(`PostgreSQL did not start:\n${readFileSync(this.log, "utf8").slice(-2000)}`);
    try {
      execFileSync(join(this.programs, "pg_isready"), ["-q", "-h", "127.0.0.1", "-p", String(this.port)]);
      return true;
    } catch {
      return false;
    }
  }
}

function newest(): string {
  const found = execFileSync(
    "bash",
    [
      "-c",
      "compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1 || dirname \"$(command -v initdb)\"",
    ],
    { encoding: "utf8" },
  ).trim();
  if (found === "") throw new Error("PostgreSQL is missing; bin/setup installs it.");
  return found;
}

// PostgreSQL refuses to run as root; the package brings a user for it.
function asPostgres(program: string, ...args: string[]): [string, ...string[]] {
  return isRoot()
    ? ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups", program, ...args]
    : [program, ...args];
}
