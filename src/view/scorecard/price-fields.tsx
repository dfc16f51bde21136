/** The prices of the bill, and the chats that a month is reckoned with. Prices are part of the scenario: undo, links and files carry them. */

import type { Dispatch } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Rate } from '../../projection/scorecard/bill-table.ts';
import type { AmountRule } from '../../projection/scorecard/read-amount.ts';
import type { PriceFact } from '../../scenario/price-facts.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { PlaygroundAction } from '../playground/playground-action.ts';
import { AmountField } from './amount-field.tsx';
import { DEFAULT_RATE, MOST_CHATS } from './use-rate.ts';

interface PriceFieldsProps {
  readonly facts: readonly PriceFact[];
  readonly prices: CompiledScenario['prices'];
  readonly rate: Rate;
  readonly onRate: (rate: Rate) => void;
  readonly dispatch: Dispatch<PlaygroundAction>;
}

const CHATS: AmountRule = { what: 'the chats a day', least: 1, most: MOST_CHATS, isWhole: true, example: '1000' };

export function PriceFields({ facts, prices, rate, onRate, dispatch }: PriceFieldsProps) {
  const isChanged =
    rate.chatsADay !== DEFAULT_RATE.chatsADay || facts.some(({ name, byDefault }) => prices[name] !== byDefault);
  const reset = () => {
    dispatch({ type: 'prices.reset', prices: facts });
    onRate(DEFAULT_RATE);
  };
  return (
    <section className="scorecard-part prices" aria-labelledby="scorecard-prices">
      <h3 id="scorecard-prices">Prices, in US dollars</h3>
      {facts.map((fact) => (
        <AmountField
          key={`${fact.name} ${prices[fact.name]}`}
          label={fact.label}
          per={`for ${fact.per}`}
          value={prices[fact.name]}
          rule={ruleOf(fact)}
          note={`Default ${fact.byDefault}: ${fact.source}, as of ${fact.asOf}.`}
          isChanged={prices[fact.name] !== fact.byDefault}
          onValue={(dollars) => dispatch({ type: 'price.set', price: fact, dollars })}
        />
      ))}
      <AmountField
        key={`chats ${rate.chatsADay}`}
        label="chats"
        per="a day, thirty days a month"
        value={rate.chatsADay}
        rule={CHATS}
        note={`Default ${DEFAULT_RATE.chatsADay}: a round number. Kept in this browser.`}
        isChanged={rate.chatsADay !== DEFAULT_RATE.chatsADay}
        onValue={(chatsADay) => onRate({ chatsADay })}
      />
      <Button className="button" isDisabled={!isChanged} onPress={reset}>
        All defaults
      </Button>
    </section>
  );
}

function ruleOf({ label, byDefault, most }: PriceFact): AmountRule {
  return {
    what: `the price of ${label}`,
    least: 0,
    most,
    isWhole: false,
    example: String(byDefault === 0 ? 90 : byDefault),
  };
}
