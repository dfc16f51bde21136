/** Says that what people made before a reload is here again, and how to begin without it. */

import { X } from 'lucide-react';
import { memo } from 'react';
import { Button } from 'react-aria-components/Button';

interface RestoredNoticeProps {
  readonly onAfresh: () => void;
  readonly onDismiss: () => void;
}

export const RestoredNotice = memo(function RestoredNotice({ onAfresh, onDismiss }: RestoredNoticeProps) {
  return (
    <div className="notice" role="status" data-tone="quiet">
      <p>Your edits and branches from before the reload are here.</p>
      <Button className="button" onPress={onAfresh}>
        Start afresh
      </Button>
      <Button className="icon-button" aria-label="Dismiss" onPress={onDismiss}>
        <X size={16} aria-hidden="true" />
      </Button>
    </div>
  );
});
