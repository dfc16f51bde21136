/** What a product with one pipe would write, on AI SDK 7. */

import type { ProductCode } from '../../../protocol/product-code.ts';
import { line } from '../code-lines.ts';

const FETCH = { transport: ['fetch'] };
const EVENT_SOURCE = { transport: ['event-source'] };

export const naiveCode: ProductCode = {
  files: [
    {
      path: 'app/chat/chat.tsx',
      lines: [
        line('const chat = useChat({', 'status.changed, tokens.shown live, answer.discarded', FETCH),
        line('  id,', '', FETCH),
        line('  messages: saved,', 'tokens.shown history, message history', FETCH),
        line('  transport: new DefaultChatTransport({', '', FETCH),
        line('    prepareSendMessagesRequest: ({ id, trigger, messages }) => ({', '', FETCH),
        line('      body: { id, trigger, message: messages.at(-1) },', '', FETCH),
        line('    }),', '', FETCH),
        line('  }),', '', FETCH),
        line('});', '', FETCH),
        line(
          'const ask = (text: string) => chat.sendMessage({ text });',
          'prompt.sent, message prompt, connection chat',
          FETCH,
        ),
        line('const stop = () => chat.stop();', 'stop.pressed, message hang-up, connection.closed hung-up', FETCH),
        line('const retry = () => chat.regenerate();', 'retry.pressed', { transport: ['fetch'], retry: ['manual'] }),
        line(
          'const decide = chat.addToolApprovalResponse;',
          'approval.given, message approval, connection approval',
          FETCH,
        ),
        line('const [words, setWords] = useState(saved);', 'tokens.shown history, message history', EVENT_SOURCE),
        line('const ask = (text: string) => {', 'prompt.sent', EVENT_SOURCE),
        line(
          '  source = new EventSource(`/api/chat?prompt=${encodeURIComponent(text)}`);',
          'message prompt, connection chat',
          EVENT_SOURCE,
        ),
        line('  source.onmessage = ({ data }) => {', 'tokens.shown live', EVENT_SOURCE),
        line('    const part = data === "[DONE]" ? null : JSON.parse(data);', '', EVENT_SOURCE),
        line(
          '    if (part?.type === "text-delta") setWords((all) => all + part.delta);',
          'tokens.shown live',
          EVENT_SOURCE,
        ),
        line('    if (part === null) source.close();', 'message finish', {
          transport: ['event-source'],
          closeOnDone: [true],
        }),
        line('  };', '', EVENT_SOURCE),
        line('};', '', EVENT_SOURCE),
        line(
          'const stop = () => source.close();',
          'stop.pressed, message hang-up, connection.closed hung-up',
          EVENT_SOURCE,
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
        line('  const saved = await loadChat(id);', 'message history'),
        line('  return <Chat id={id} saved={saved} />;'),
        line('}'),
      ],
    },
    {
      path: 'app/api/chat/route.ts',
      lines: [
        line('export async function POST(req: Request) {', 'message prompt', FETCH),
        line('export async function GET(req: Request) {', 'message prompt', EVENT_SOURCE),
        line('  const { id, messages } = await readPrompt(req);', 'message prompt, message approval'),
        line(
          '  const result = streamText({',
          'run.started, token.generated, tool.started, tool.ended, approval.asked, approval.settled',
        ),
        line('    model,', 'token.generated'),
        line(
          '    tools,',
          'tool.started, tool.ended, effect.applied, approval.asked, approval.settled, approval.arrived',
        ),
        line('    messages: await convertToModelMessages(messages),', ''),
        line('    abortSignal: req.signal,', 'run.aborting, stop.arrived, connection.noticed', {
          signalForwarded: [true],
        }),
        line('    onAbort: ({ steps }) => savePartial(id, steps),', 'history.saved', {
          signalForwarded: [true],
          saveOnClose: ['partial'],
        }),
        line('  });'),
        line('  return createUIMessageStreamResponse({', 'connection chat, message reply'),
        line('    stream: toUIMessageStream({', 'tokens.shown live, tokens.lost, message reply'),
        line('      stream: result.stream,', 'tokens.shown live, tokens.lost'),
        line('      originalMessages: messages,'),
        line('      onEnd: ({ messages }) => saveChat({ id, messages }),', 'history.saved, message finish, run.ended'),
        line('    }),'),
        line('    consumeSseStream: consumeStream,', 'history.saved, connection.noticed, run.ended', {
          drained: [true],
        }),
        line('  });'),
        line('}'),
      ],
    },
  ],
  none: {
    'message resume': 'No product code stands behind this: one pipe cannot be resumed.',
    'message nothing': 'No product code stands behind this: nobody asks to resume.',
    'message stop': 'No product code stands behind this: stop is the closed connection.',
    'message steer': 'No product code stands behind this: a running answer takes nothing in.',
    'message takeover': 'No product code stands behind this: nobody else can write into the pipe.',
    'message wake-up': 'No product code stands behind this: the request itself wakes the model.',
    'message attach': 'No product code stands behind this: there is nothing to attach to.',
    'connection.noticed': 'No product code stands behind this: the handler does not listen for a close.',
    'stop.arrived': 'No product code stands behind this: the handler does not listen for a close.',
    'run.stalled': 'No product code stands behind this: nothing reads the stream, so it stands still.',
  },
  sources: [
    {
      title: 'AI SDK 7, Chatbot message persistence',
      url: 'https://ai-sdk.dev/docs/ai-sdk-ui/chatbot-message-persistence',
      asOf: '2026-11-25',
    },
    {
      title: 'AI SDK 7, Stopping streams',
      url: 'https://ai-sdk.dev/docs/advanced/stopping-streams',
      asOf: '2026-11-25',
    },
  ],
};
