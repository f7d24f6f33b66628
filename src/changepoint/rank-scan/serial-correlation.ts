const longestLag = 8;

/**
 * The correlation of neighbours in a series whose level changes at `bounds`, taking it for an autoregression of first order.
 *
 * Half the mean squared difference of values k apart estimates γ(0)(1 − ρᵏ). The first is compared with those at lags 2 to
 * 8: differences of near values hardly see where the level lies, so an unknown change adds little, and those across `bounds`
 * are left out. Of independent values its standard error is 1.1 / √n, where the usual estimate, which any change spoils, has
 * 1 / √n. Like the estimator of Chakar, Lebarbier, Lévy-Leduc & Robin (2017), Bernoulli 23, 1408–1447,
 * doi:10.3150/15-BEJ782, in that it looks at differences; of scores, which have no tails, means serve better than medians.
 * Time O(n), memory O(1).
 *
 * @returns from −0.95 to 0.95; 0 if no two near values differ
 */
export function serialCorrelation(scores: Readonly<Float64Array>, bounds: readonly number[]): number {
  const n = scores.length;
  const counts = new Float64Array(longestLag + 1);
  const squares = new Float64Array(longestLag + 1);
  const ends = [...bounds, n];
  let start = 0;
  for (const end of ends) {
    for (let lag = 1; lag <= longestLag && start + lag < end; lag++) {
      let sum = 0;
      for (let i = start + lag; i < end; i++) {
        const difference = scores[i]! - scores[i - lag]!;
        sum += difference * difference;
      }
      squares[lag]! += sum;
      counts[lag]! += end - start - lag;
    }
    start = end;
  }
  let far = 0;
  let pairs = 0;
  for (let lag = 2; lag <= longestLag; lag++) {
    far += squares[lag]!;
    pairs += counts[lag]!;
  }
  if (!(far > 0)) return 0;
  const ratio = squares[1]! / counts[1]! / (far / pairs);
  let low = -0.95;
  let high = 0.95;
  for (let step = 0; step < 30; step++) {
    const rho = (low + high) / 2;
    if (expectedRatio(rho, counts, pairs) > ratio) low = rho;
    else high = rho;
  }
  return (low + high) / 2;
}

/** Of the squared differences at lag 1 to those at longer lags; it falls with ρ. */
function expectedRatio(rho: number, counts: Readonly<Float64Array>, pairs: number): number {
  let power = rho;
  let expected = 0;
  for (let lag = 2; lag <= longestLag; lag++) {
    power *= rho;
    expected += counts[lag]! * (1 - power);
  }
  return ((1 - rho) * pairs) / expected;
}
