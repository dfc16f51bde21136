/** What keeps the text from being read, one line each, and each leads to its place. */

import { Button } from 'react-aria-components/Button';
import type { ScenarioProblem } from '../../scenario/scenario-problem.ts';

interface TextProblemsProps {
  readonly problems: readonly ScenarioProblem[];
  /** Something was done on the page meanwhile. */
  readonly isBehind: boolean;
  readonly onGo: (problem: ScenarioProblem) => void;
  readonly onTakePage: () => void;
}

export function TextProblems({ problems, isBehind, onGo, onTakePage }: TextProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <section className="text-problems" aria-label="Problems of the text">
      {isBehind && (
        <div className="text-behind">
          <p>
            The scenario was changed on the page meanwhile. Once this text can be read it stands for itself, and the
            change stays under Branches.
          </p>
          <Button className="button" onPress={onTakePage}>
            Write the page’s scenario here
          </Button>
        </div>
      )}
      <ol>
        {problems.map((problem) => (
          <li key={`${problem.line}:${problem.column}:${problem.path}`}>
            <button type="button" className="text-problem" onClick={() => onGo(problem)}>
              <span className="mono">line {problem.line}</span>
              <span>
                {problem.path === '' ? '' : <strong className="mono">{problem.path} </strong>}
                {problem.reason}. {problem.remedy}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
