/**
 * What a product with a session would write. The session’s calls are named after what they do and are no vendor’s;
 * the model is called with AI SDK 7.
 */

import type { ProductCode } from '../../../protocol/product-code.ts';
import { line } from '../code-lines.ts';

const LEASHED = { wakeUp: ['leashed'] };
const DETACHED = { wakeUp: ['detached'] };

export const durableCode: ProductCode = {
  files: [
    {
      path: 'app/chat/chat.tsx',
      lines: [
        line('const session = connect({', 'connection session, status.changed'),
        line('  id,'),
        line('  after: lastOffset,', 'message attach, continuity.lost', { cursor: ['surface'] }),
        line('  reader: surfaceId,', 'message attach, continuity.lost', { cursor: ['session'] }),
        line('});'),
        line(
          'session.onRecord((record) => {',
          'tokens.shown live, tokens.shown replay, run.learned, message reply, approval.shown, presence.learned',
        ),
        line('  messages.apply(record);', 'tokens.shown live, tokens.shown replay, run.learned, approval.shown'),
        line('  lastOffset = record.offset;', 'tokens.shown live, tokens.shown replay', { cursor: ['surface'] }),
        line('});'),
        line(
          'session.onUpdate((whole) => messages.replace(whole));',
          'catch-up.received, tokens.shown history, answer.discarded',
          { applyUpdateAs: ['replace'] },
        ),
        line('session.onUpdate((whole) => messages.append(whole));', 'catch-up.received, tokens.shown history', {
          applyUpdateAs: ['append'],
        }),
        line('const ask = async (text: string) => {', 'prompt.sent, retry.pressed'),
        line('  const input = await session.publish({ kind: "input", text });', 'message prompt, connection publish'),
        line('  await fetch("/api/agent", wakeUp(id, input));', 'message wake-up, connection wake-up', LEASHED),
        line('};'),
        line('const stop = () => session.publish({ kind: "stop", run });', 'stop.pressed, message stop'),
        line(
          'const steer = (text: string) => session.publish({ kind: "steer", run, text });',
          'steer.sent, message steer',
        ),
        line(
          'const decide = (kind: "approve" | "reject") => session.publish({ kind, step });',
          'approval.given, message approval',
        ),
        line('const join = () => session.publish({ kind: "takeover" });', 'person.joined, message takeover'),
        line('addEventListener("pagehide", () => session.close());', 'message hang-up, connection.closed hung-up'),
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
        line('  const saved = await readHistory(id);', 'message history', { seam: ['history-first'] }),
        line('  return <Chat id={id} saved={saved} />;', 'message history', { seam: ['history-first'] }),
        line('  return <Chat id={id} />;', 'message history', { seam: ['attach-first'] }),
        line('}'),
      ],
    },
    {
      path: 'agent/on-input.ts',
      lines: [
        line('export async function POST(req: Request) {', 'message wake-up, connection wake-up', LEASHED),
        line('  const input = await session.read((await req.json()).input);', 'message wake-up', LEASHED),
        line('session.onInput(async (input) => {', 'record input, message prompt', DETACHED),
        line('  const run = await session.begin(input);', 'run.started, record run-start'),
        line('  const run = await session.adopt(lost, { epoch: lost.epoch + 1 });', 'run.adopted', {
          recovery: ['adopt'],
          epochOnRecovery: ['bump'],
        }),
        line('  const result = streamText({', 'token.generated'),
        line('    model,', 'token.generated'),
        line(
          '    tools,',
          'tool.started, tool.ended, effect.applied, record step, record approval-request, approval.asked, approval.settled',
        ),
        line('    messages: await convertToModelMessages(await session.messages()),'),
        line(
          '    abortSignal: AbortSignal.any([run.stopped, req.signal]),',
          'run.aborting, stop.arrived, record stop, connection.noticed',
          LEASHED,
        ),
        line('    abortSignal: run.stopped,', 'run.aborting, stop.arrived, record stop', DETACHED),
        line(
          '    prepareStep: () => ({ messages: session.takeSteers(run) }),',
          'steer.consumed, steer.arrived, record steer',
        ),
        line('  });'),
        line('  for await (const part of toUIMessageStream({ stream: result.stream })) {'),
        line('    await run.append(part);', 'record output, write.refused, write.usurped'),
        line('  }'),
        line('  await run.end("complete");', 'run.ended, record run-end, history.saved'),
        line('});', '', DETACHED),
        line('}', '', LEASHED),
        line('session.onAnswer((answer) => run.settle(answer));', 'approval.arrived, record approve, record reject'),
        line('session.onTakeover(() => run.end("cancelled"));', 'record takeover'),
      ],
    },
  ],
  none: {
    'message resume': 'No product code stands behind this: a surface attaches again after the last offset that it has.',
    'message nothing': 'No product code stands behind this: a session is always there to attach to.',
    'message finish': 'No product code stands behind this: a record says that a run has ended.',
    'message wake-up': 'No product code stands behind this: the agent hears of the input from the session.',
    'connection wake-up': 'No product code stands behind this: the agent hears of the input from the session.',
    'connection.noticed': 'No product code stands behind this: that a reader has gone changes nothing for the run.',
    'presence.changed': 'The session tells who is there; the product only listens.',
    'records.expired': 'The session forgets what is past its retention; no product code does.',
  },
  sources: [
    {
      title: 'AI SDK 7, streamText',
      url: 'https://ai-sdk.dev/docs/reference/ai-sdk-core/stream-text',
      asOf: '2026-11-25',
    },
    {
      title: 'Durable Streams, protocol 1.0',
      url: 'https://github.com/durable-streams/durable-streams/blob/main/PROTOCOL.md',
      asOf: '2026-11-25',
    },
    {
      title: 'Ably AI Transport, cancellation',
      url: 'https://ably.com/docs/ai-transport/features/cancellation',
      asOf: '2026-08-22',
    },
  ],
};
