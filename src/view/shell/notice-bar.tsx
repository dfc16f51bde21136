/** Something people should know, until they have read it; without `onDismiss`, for as long as it holds. */

import { X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';

export function NoticeBar({ text, onDismiss }: { readonly text: string; readonly onDismiss: (() => void) | null }) {
  return (
    <div className="notice" role="alert" data-tone={onDismiss === null ? 'harm' : 'quiet'}>
      <div>
        {text.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {onDismiss !== null && (
        <Button className="icon-button" aria-label="Dismiss" onPress={onDismiss}>
          <X size={16} aria-hidden="true" />
        </Button>
      )}
    </div>
  );
}
