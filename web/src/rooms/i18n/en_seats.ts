// What is public of the six seats, and the ends of sentences that depend on them.
export const enSeats = {
  want_RUS: 'A second market for gas and oil, and a say on the peninsula.',
  fear_RUS: 'Paying for a route that others can stop.',
  lever_RUS: 'The old claim on the DPRK, and which field feeds which line.',
  want_PRK: 'Money and fuel that come with no inspector.',
  fear_PRK: 'Hanging on one neighbour alone.',
  lever_PRK: 'The right of way, and the next test or its absence.',
  want_KOR: 'Cheaper fuel and quiet at the border.',
  fear_KOR: 'A valve in Pyongyang on what Seoul burns.',
  lever_KOR: 'Capital, the largest demand, and Kaesong.',
  want_CHN: 'Cheap supply from East Siberia and no collapse next door.',
  fear_CHN: 'Refugees, or foreign troops on the Yalu.',
  lever_CHN: 'The oil the DPRK lives on, a vote in the Council, the highest bid for oil.',
  want_JPN: 'The abducted brought home, and oil from the Pacific coast.',
  fear_JPN: 'Paying for a deal that leaves missiles aimed at it.',
  lever_JPN: 'Money of a fund, support in trade talks, closed ports.',
  want_USA: 'A programme taken apart, and verified.',
  fear_USA: 'Paying twice for the same promise.',
  lever_USA: 'Waivers, lists, and what firms elsewhere fear of them.'
};
