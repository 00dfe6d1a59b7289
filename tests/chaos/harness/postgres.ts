import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "./ports.ts";
import { isRoot, Running, until } from "./programs.ts";

interface Place {
  data: string;
  port: number;
}

/** A cluster of our own that keeps what it says it keeps: it waits for the disk, unlike those of the other tests. */
export class Postgres {
  private server: Running | undefined;
  private standby: Place | undefined;
  private standbyServer: Running | undefined;

  private constructor(
    private readonly programs: string,
    private place: Place,
    private readonly log: string,
  ) {}

  /** @param withStandby A second cluster follows, without whose word nothing is committed. */
  static async start(folder: string, log: string, withStandby = false): Promise<Postgres> {
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
    const postgres = new Postgres(programs, { data, port: await freePort() }, log);
    await postgres.startAgain();
    await postgres.ask("create database kanal", "postgres");
    if (withStandby) {
      postgres.standby = { data: join(home, "standby"), port: await freePort() };
      await postgres.follow(postgres.standby);
    }

    return postgres;
  }

  get connection(): string {
    const hosts =
      this.standby === undefined
        ? `127.0.0.1;Port=${this.place.port}`
        : `127.0.0.1:${this.place.port},127.0.0.1:${this.standby.port};Target Session Attributes=primary;Host Recheck Seconds=1`;
    return `Host=${hosts};Username=kanal;Database=kanal;Maximum Pool Size=40`;
  }

  async startAgain(): Promise<void> {
    this.server = this.run(this.place);
    await until("PostgreSQL answers", 30_000, () => this.answers(this.server, this.place));
  }

  /** The primary goes down as by a loss of power, the standby takes its place, and what was the primary follows it as a new standby. */
  async failOver(): Promise<void> {
    if (this.standby === undefined) return;
    await this.stop("immediate");
    [this.place, this.standby] = [this.standby, this.place];
    [this.server, this.standbyServer] = [this.standbyServer, undefined];
    await this.ask("select pg_promote()");
    await this.follow(this.standby);
  }

  /** A copy of the primary follows it from here on, and every commit waits for it. */
  private async follow(place: Place): Promise<void> {
    rmSync(place.data, { recursive: true, force: true });
    const [program, ...args] = asPostgres(
      join(this.programs, "pg_basebackup"),
      ...["-D", place.data, "-R", "-X", "stream", "-c", "fast", "--no-sync"],
      ...["-h", "127.0.0.1", "-p", String(this.place.port), "-U", "kanal"],
    );
    execFileSync(program, args, { stdio: "ignore", cwd: "/" });
    this.standbyServer = this.run(place);
    await until(
      "The standby follows",
      30_000,
      async () => (await this.ask("select state from pg_stat_replication")) === "streaming",
    );
    await this.ask("alter system set synchronous_standby_names = '*'");
    await this.ask("select pg_reload_conf()");
  }

  private run(place: Place): Running {
    const settings = [
      "fsync=on",
      "synchronous_commit=on",
      "full_page_writes=on",
      "listen_addresses=127.0.0.1",
      "max_connections=200",
    ];
    const [program, ...args] = asPostgres(
      join(this.programs, "postgres"),
      ...["-D", place.data, "-p", String(place.port), "-k", join(place.data, "..")],
      ...settings.flatMap((setting) => ["-c", setting]),
    );
    return new Running(program, args, this.log, {}, "/");
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
        String(this.place.port),
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

  async end(): Promise<void> {
    await this.standbyServer?.end("SIGQUIT", 20_000);
    await this.stop("immediate");
  }

  private answers(server: Running | undefined, place: Place): boolean {
    if (!server?.runs)
      throw new Error(`PostgreSQL did not start:\n${readFileSync(this.log, "utf8").slice(-2000)}`);
    try {
      execFileSync(join(this.programs, "pg_isready"), ["-q", "-h", "127.0.0.1", "-p", String(place.port)]);
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
