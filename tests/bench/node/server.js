// The yardstick: socket.io as its guide says, and with DATABASE a durable answer by one insert, acknowledged after it.
// It does much less than Prontas: no session, no rule, no log, nobody else hears of an answer.
//
//   node server.js PORT REST PER_TEAM [DATABASE]
//
// Commands on standard input: `all NUMBER`, `teams NUMBER`.
"use strict";
const { readFileSync } = require("fs");
const { createServer } = require("http");
const { createInterface } = require("readline");
const { Server } = require("socket.io");

const [port, rest, perTeam, database] = process.argv.slice(2);
const payload = JSON.parse(`{${readFileSync(rest, "utf8")}`);
const http = createServer();
const io = new Server(http, {
  transports: ["websocket"], perMessageDeflate: false, pingInterval: 15000, pingTimeout: 10000, serveClient: false,
});
const teams = new Set();
let store = async () => {};

async function open() {
  if (!database) return;
  const { Pool } = require("pg");
  const pool = new Pool({ connectionString: database, max: 10 });
  await pool.query(
    "CREATE TABLE IF NOT EXISTS answer (seq bigserial PRIMARY KEY, id text UNIQUE, inject text, content jsonb, at timestamptz DEFAULT now())",
  );
  store = (facts) =>
    pool.query({
      name: "answer", text: "INSERT INTO answer (id, inject, content) VALUES ($1, $2, $3) RETURNING seq",
      values: [facts.id, facts.inject, facts.content],
    });
}

io.on("connection", (socket) => {
  const team = `team:${Math.floor(socket.handshake.auth.place / Number(perTeam))}`;
  teams.add(team);
  socket.join(["everybody", team]);
  socket.on("resume", (facts, answered) => answered({ n: facts.n, events: [] }));
  socket.on("send_response", async (facts, answered) => {
    try {
      await store(facts);
      answered({ id: facts.id, state: "received" });
    } catch (error) {
      answered({ error: { code: "server_failed", message: String(error) } });
    }
  });
});

createInterface({ input: process.stdin }).on("line", (line) => {
  const [command, number] = line.split(" ");
  const stamped = () => ({ bench: [Number(number), Number(process.hrtime.bigint())], ...payload });
  if (command === "all") io.to("everybody").emit("event", stamped());
  else if (command === "teams") {
    const event = stamped();
    for (const team of teams) io.to(team).emit("event", event);
  } else process.exit(1);
  console.log("{}");
}).on("close", () => process.exit(0));

open().then(() => http.listen(Number(port), "127.0.0.1", 4096, () => console.log('{"up":true}')));
