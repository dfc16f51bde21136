/** What a page of paper adds to a figure: the typeface of the page, and its theme whatever the system says. */

export const FIGURE_STYLE =
  "svg{display:block;color-scheme:inherit;--ground:transparent}text{font-family:'Inter Variable',Inter,system-ui,sans-serif}.timeline-remark,.timeline-parting-label{stroke:var(--sheet)}.flag rect{fill:var(--sheet)}.flag.network rect{fill:var(--harm)}";
