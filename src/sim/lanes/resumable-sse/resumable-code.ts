/** What a product with a resumable pipe would write, on AI SDK 7 and resumable-stream 2. */

import type { ProductCode } from '../../../protocol/product-code.ts';
import { line } from '../code-lines.ts';

const HAS_STOP = { stopEndpoint: ['by-chat', 'by-run'] };
const FETCH = { transport: ['fetch'] };
const EVENT_SOURCE = { transport: ['event-source'] };

export const resumableCode: ProductCode = {
  files: [
    {
      path: 'app/chat/chat.tsx',
      lines: [
        line(
          'const chat = useChat({',
          'status.changed, tokens.shown live, tokens.shown replay, catch-up.received',
          FETCH,
        ),
        line('  id,', '', FETCH),
        line('  messages: saved,', 'tokens.shown history, message history', FETCH),
        line('  resume: true,', 'message resume, connection resume', FETCH),
        line('  transport: new DefaultChatTransport({ prepareSendMessagesRequest }),', '', {
          transport: ['fetch'],
          reconnect: ['on-mount'],
        }),
        line(
          '  transport: new WorkflowChatTransport({ maxConsecutiveErrors: 5 }),',
          'message resume, connection resume',
          { transport: ['fetch'], reconnect: ['on-error'] },
        ),
        line('});', '', FETCH),
        line(
          'const source = new EventSource(`/api/chat/${id}/stream`);',
          'message resume, connection resume, status.changed',
          EVENT_SOURCE,
        ),
        line(
          'source.onmessage = ({ data }) => show(JSON.parse(data));',
          'tokens.shown live, tokens.shown replay, catch-up.received',
          EVENT_SOURCE,
        ),
        line(
          'const ask = (text: string) => chat.sendMessage({ text });',
          'prompt.sent, message prompt, connection chat',
          FETCH,
        ),
        line(
          'const ask = (text: string) => post("/api/chat", { id, text });',
          'prompt.sent, message prompt, connection chat',
          EVENT_SOURCE,
        ),
        line('const stop = () => {', 'stop.pressed'),
        line(
          '  void fetch(`/api/chat/${id}/stop`, { method: "POST", body: "{}" });',
          'stop.pressed, message stop, connection stop',
          { stopEndpoint: ['by-chat'] },
        ),
        line(
          '  void fetch(`/api/chat/${id}/stop`, { method: "POST", body: JSON.stringify({ activeStreamId }) });',
          'stop.pressed, message stop, connection stop',
          { stopEndpoint: ['by-run'] },
        ),
        line('  void chat.stop();', 'stop.pressed, message hang-up, connection.closed hung-up', FETCH),
        line('  source.close();', 'stop.pressed, message hang-up, connection.closed hung-up', EVENT_SOURCE),
        line('};'),
        line('const retry = () => chat.resumeStream();', 'retry.pressed', FETCH),
        line(
          'const decide = chat.addToolApprovalResponse;',
          'approval.given, message approval, connection approval',
          FETCH,
        ),
        line(
          'const decide = (answer: Answer) => post("/api/chat", answer);',
          'approval.given, message approval, connection approval',
          EVENT_SOURCE,
        ),
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
        line('  const { messages: saved } = await readChat(id);', 'message history'),
        line('  return <Chat id={id} saved={saved} />;'),
        line('}'),
      ],
    },
    {
      path: 'app/api/chat/route.ts',
      lines: [
        line('export async function POST(req: Request) {', 'message prompt, connection chat'),
        line('  const { id, messages } = await readPrompt(req);', 'message prompt, message approval'),
        line('  await saveChat({ id, messages, activeStreamId: null });', 'stream-id.saved'),
        line('  const work = new AbortController();', '', HAS_STOP),
        line('  const result = streamText({', 'run.started, token.generated'),
        line('    model,', 'token.generated'),
        line(
          '    tools,',
          'tool.started, tool.ended, effect.applied, approval.asked, approval.settled, approval.arrived',
        ),
        line('    messages: await convertToModelMessages(messages),'),
        line('    abortSignal: work.signal,', 'run.aborting', HAS_STOP),
        line('  });'),
        line('  return createUIMessageStreamResponse({', 'connection chat, message reply'),
        line('    stream: toUIMessageStream({', 'tokens.shown live, tokens.lost, message reply'),
        line('      stream: result.stream,', 'tokens.shown live, tokens.lost'),
        line('      originalMessages: messages,'),
        line(
          '      onEnd: ({ messages }) => saveChat({ id, messages, activeStreamId: null }),',
          'history.saved, stream-id.saved, message finish, run.ended',
        ),
        line('    }),'),
        line('    async consumeSseStream({ stream }) {', 'connection.noticed'),
        line('      const streamId = generateId();'),
        line('      running.set(streamId, work);', '', HAS_STOP),
        line('      await streams.createNewResumableStream(streamId, () => stream);', '', { buffer: ['producer'] }),
        line('      await copyToLog(streamId, stream);', '', { buffer: ['external'] }),
        line('      await saveChat({ id, activeStreamId: streamId });', 'stream-id.saved'),
        line('    },'),
        line('  });'),
        line('}'),
      ],
    },
    {
      path: 'app/api/chat/[id]/stream/route.ts',
      lines: [
        line('export async function GET(req: Request, { params }: Props) {', 'message resume, connection resume'),
        line('  const { activeStreamId } = await readChat((await params).id);', 'message resume'),
        line('  if (activeStreamId == null) return new Response(null, { status: 204 });', 'message nothing'),
        line('  const after = Number(new URL(req.url).searchParams.get("startIndex") ?? 0);', 'message resume', {
          transport: ['fetch'],
          replay: ['cursor'],
        }),
        line('  const after = Number(req.headers.get("last-event-id") ?? 0);', 'message resume', EVENT_SOURCE),
        line(
          '  const stream = await streams.resumeExistingStream(activeStreamId);',
          'tokens.shown replay, catch-up.received',
          { buffer: ['producer'], replay: ['full'] },
        ),
        line('  const stream = await readFrom(activeStreamId, after);', 'tokens.shown replay, catch-up.received', {
          replay: ['cursor'],
        }),
        line('  const stream = await readFrom(activeStreamId, 0);', 'tokens.shown replay, catch-up.received', {
          buffer: ['external'],
          replay: ['full'],
        }),
        line(
          '  return new Response(stream, { headers: UI_MESSAGE_STREAM_HEADERS });',
          'connection resume, tokens.shown replay, message reply',
        ),
        line('}'),
      ],
    },
    {
      path: 'app/api/chat/[id]/stop/route.ts',
      lines: [
        line(
          'export async function POST(req: Request, { params }: Props) {',
          'message stop, connection stop',
          HAS_STOP,
        ),
        line('  const { id } = await params;', '', HAS_STOP),
        line('  const { activeStreamId } = await readChat(id);', 'stop.arrived', HAS_STOP),
        line('  const named = (await req.json()).activeStreamId;', 'message stop', { stopEndpoint: ['by-run'] }),
        line(
          '  if (activeStreamId == null || named !== activeStreamId) return Response.json({ success: true });',
          'stop.arrived',
          { stopEndpoint: ['by-run'] },
        ),
        line('  if (activeStreamId == null) return Response.json({ success: true });', 'stop.arrived', {
          stopEndpoint: ['by-chat'],
        }),
        line('  running.get(activeStreamId)?.abort();', 'stop.arrived, run.aborting', {
          stopEndpoint: ['by-chat', 'by-run'],
          stopReaches: ['own-process'],
        }),
        line('  await bus.publish("stop", activeStreamId);', 'stop.arrived, run.aborting', {
          stopEndpoint: ['by-chat', 'by-run'],
          stopReaches: ['every-process'],
        }),
        line('  await clearIfStill(id, activeStreamId);', 'stream-id.saved', HAS_STOP),
        line('  return Response.json({ success: true });', 'message reply', HAS_STOP),
        line('}', '', HAS_STOP),
      ],
    },
  ],
  none: {
    'message stop': 'No product code stands behind this: there is no stop endpoint in this lane.',
    'message steer': 'No product code stands behind this: a running answer takes nothing in.',
    'message takeover': 'No product code stands behind this: nobody else can write into the stream.',
    'message wake-up': 'No product code stands behind this: the request itself wakes the model.',
    'message attach': 'No product code stands behind this: a stream is asked for by its id, with a resume.',
    'stop.arrived': 'No product code stands behind this: there is no stop endpoint in this lane.',
    'connection.noticed': 'The stream goes on when its reader has gone: resumable-stream keeps reading.',
  },
  sources: [
    {
      title: 'AI SDK 7, Chatbot resume streams',
      url: 'https://ai-sdk.dev/docs/ai-sdk-ui/chatbot-resume-streams',
      asOf: '2026-11-25',
    },
    { title: 'resumable-stream', url: 'https://github.com/vercel/resumable-stream', asOf: '2026-11-24' },
  ],
};
