import { createServer, type Server, type Socket } from "node:net";

/** An SMTP server that takes everything but what is for one address, and keeps what it took. */
export class MailServer {
  readonly taken: string[] = [];

  private constructor(
    private readonly server: Server,
    readonly refused: string,
  ) {}

  static start(refused: string): Promise<MailServer> {
    return new Promise((resolve) => {
      const server = createServer((socket) => made.serve(socket));
      const made = new MailServer(server, refused);
      server.listen(0, "127.0.0.1", () => resolve(made));
    });
  }

  get port(): number {
    const address = this.server.address();
    return typeof address === "object" && address ? address.port : 0;
  }

  stop() {
    this.server.close();
  }

  private serve(socket: Socket) {
    let [rest, letter]: [string, string | null] = ["", null];
    const say = (line: string) => socket.write(`${line}\r\n`);
    const answer = (line: string) => {
      const command = line.slice(0, 4).toUpperCase();
      if (command === "EHLO") return say("250-mail.test\r\n250 8BITMIME");
      if (command === "RCPT" && line.includes(this.refused)) return say("550 5.1.1 No such user here");
      if (command === "QUIT") return socket.end("221 Bye\r\n");
      if (command !== "DATA") return say("250 Ok");
      letter = "";
      return say("354 Go on");
    };
    const hear = (line: string) => {
      if (letter === null) answer(line);
      else if (line !== ".") letter += `${line}\n`;
      else {
        this.taken.push(letter);
        letter = null;
        say("250 2.0.0 Taken");
      }
    };
    socket.setEncoding("utf8");
    socket.on("error", () => socket.destroy());
    socket.on("data", (piece: string) => {
      const lines = (rest + piece).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) hear(line);
    });
    say("220 mail.test");
  }
}
