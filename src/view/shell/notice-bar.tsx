/** Something people should know, until they have read it. */

import { X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';

export function NoticeBar({ text, onDismiss }: { readonly text: string; readonly onDismiss: () => void }) {
  return (
    <div className="notice" role="alert">
      <div>
        {text.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <Button className="icon-button" aria-label="Dismiss" onPress={onDismiss}>
        <X size={16} aria-hidden="true" />
      </Button>
    </div>
  );
}
