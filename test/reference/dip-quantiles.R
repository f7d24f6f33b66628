# Upper quantiles of sqrt(n) * dip for uniform samples by the package diptest, and their smooth course over n, for
# dip-quantiles.json: the coefficients in src/stats/modality/dip-quantiles.ts come from here.
# Run: Rscript dip-quantiles.R > dip-quantiles.json   (20 minutes on one core)
library(diptest)

set.seed(19850301)
levels <- c(0.9, 0.7, 0.5, 0.3, 0.2, 0.1, 0.05, 0.025, 0.01, 0.005, 0.0025, 0.001)
sizes <- c(10, 14, 20, 30, 50, 70, 100, 200, 300, 500, 1000, 2000, 5000, 20000)
rounds <- pmin(400000, ceiling(3e8 / sizes))

quantiles <- t(mapply(function(n, rounds) {
  dips <- replicate(rounds, dip(sort(runif(n)), full.result = FALSE))
  quantile(sqrt(n) * dips, 1 - levels, names = FALSE)
}, sizes, rounds))

# a + b / sqrt(n) + c / n, weighted by the number of rounds.
fits <- apply(quantiles, 2, function(q) coef(lm(q ~ I(1 / sqrt(sizes)) + I(1 / sizes), weights = rounds)))
fitted <- cbind(1, 1 / sqrt(sizes), 1 / sizes) %*% fits

row <- function(x) paste0("[", paste(sprintf("%.6f", x), collapse = ", "), "]")
rows <- function(m) paste(apply(m, 1, row), collapse = ",\n")
cat(sprintf('{"tool": "R", "version": "%s.%s, diptest %s", "script": "dip-quantiles.R",\n"levels": [%s],\n"sizes": [%s],\n"rounds": [%s],\n"quantiles": [\n%s\n],\n"coefficients": [\n%s\n],\n"largestResidual": %.6f}\n',
  R.version$major, R.version$minor, packageVersion("diptest"), paste(levels, collapse = ", "),
  paste(sizes, collapse = ", "), paste(sprintf("%d", rounds), collapse = ", "), rows(quantiles), rows(t(fits)), max(abs(fitted - quantiles))))
