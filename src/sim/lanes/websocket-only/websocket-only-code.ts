/** What a product with a socket and no log would write; the model is called with AI SDK 7. */

import type { ProductCode } from '../../../protocol/product-code.ts';
import { line } from '../code-lines.ts';

export const websocketOnlyCode: ProductCode = {
  files: [
    {
      path: 'app/chat/chat.tsx',
      lines: [
        line('let socket = new WebSocket(`/socket/${id}`);', 'connection session, message attach, status.changed'),
        line(
          'socket.onmessage = ({ data }) => messages.apply(JSON.parse(data));',
          'tokens.shown live, run.learned, message finish, message reply, approval.shown',
        ),
        line('socket.onclose = () => waits.next(reconnect);', 'connection.closed failed'),
        line('const say = (what: object) => socket.send(JSON.stringify(what));'),
        line(
          'const ask = (text: string) => say({ type: "prompt", text });',
          'prompt.sent, retry.pressed, message prompt',
        ),
        line('const stop = () => say({ type: "stop", run });', 'stop.pressed, message stop'),
        line(
          'const decide = (approved: boolean) => say({ type: "approval", approved });',
          'approval.given, message approval',
        ),
        line('addEventListener("pagehide", () => socket.close());', 'message hang-up, connection.closed hung-up'),
      ],
    },
    {
      path: 'app/chat/page.tsx',
      lines: [
        line(
          'export default async function Page({ params }: Props) {',
          'message load, connection load, surface.opened, surface.refreshed',
        ),
        line('  const { id } = await params;'),
        line('  const saved = await loadChat(id);', 'message history, tokens.shown history'),
        line('  return <Chat id={id} saved={saved} />;'),
        line('}'),
      ],
    },
    {
      path: 'server/socket.ts',
      lines: [
        line('sockets.on("connection", (socket, { chat }) => {', 'connection session, message attach'),
        line('  room(chat).add(socket);', 'message attach', { fanOut: ['room'] }),
        line('  socket.on("message", async (data) => {', 'message prompt, message stop, message approval'),
        line('    const said = JSON.parse(String(data));'),
        line(
          '    if (said.type === "stop") return running.get(said.run)?.abort();',
          'message stop, stop.arrived, run.aborting',
        ),
        line('    if (said.type === "approval") return decide(chat, said);', 'message approval, approval.arrived'),
        line('    const work = new AbortController();'),
        line('    const result = streamText({', 'run.started, token.generated'),
        line('      model,', 'token.generated'),
        line('      tools,', 'tool.started, tool.ended, effect.applied, approval.asked, approval.settled'),
        line('      messages: await convertToModelMessages(await loadChat(chat, said)),'),
        line('      abortSignal: work.signal,', 'run.aborting'),
        line('    });'),
        line('    socket.on("close", () => work.abort());', 'connection.noticed, run.aborting', {
          onClose: ['cancel'],
        }),
        line('    for await (const delta of toTextStream({ stream: result.stream }))'),
        line('      room(chat).send({ type: "text", run, delta });', 'tokens.shown live, tokens.lost', {
          fanOut: ['room'],
        }),
        line('      socket.send(JSON.stringify({ type: "text", run, delta }));', 'tokens.shown live, tokens.lost', {
          fanOut: ['connection'],
        }),
        line('    room(chat).send({ type: "finish", run });', 'message finish, run.ended', { fanOut: ['room'] }),
        line('    socket.send(JSON.stringify({ type: "finish", run }));', 'message finish, run.ended', {
          fanOut: ['connection'],
        }),
        line('    await saveChat(chat, await result.text);', 'history.saved'),
        line('  });'),
        line('});'),
      ],
    },
  ],
  none: {
    'message resume': 'No product code stands behind this: nothing keeps what was sent.',
    'message nothing': 'No product code stands behind this: nobody asks to resume.',
    'message steer': 'No product code stands behind this: this product takes no words in while it answers.',
    'message takeover': 'No product code stands behind this: this product lets no person take over.',
    'message wake-up': 'No product code stands behind this: the message itself wakes the model.',
    'connection.noticed': 'No product code stands behind this: a close is not a stop, and the run goes on.',
  },
  sources: [
    {
      title: 'AI SDK 7, streamText',
      url: 'https://ai-sdk.dev/docs/reference/ai-sdk-core/stream-text',
      asOf: '2026-11-25',
    },
    { title: 'WebSocket, MDN', url: 'https://developer.mozilla.org/docs/Web/API/WebSocket', asOf: '2026-11-25' },
  ],
};
