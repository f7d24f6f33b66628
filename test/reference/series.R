# Autocorrelations by R's acf(), the Ljung-Box test by Box.test(), and the variance of the mean by initseq() of the package
# mcmc (Geyer's own; Debian: r-cran-mcmc), for series.json.
# Run: Rscript series.R > series.json
library(mcmc)
number <- function(x) sprintf("%.17g", x)
array <- function(x) paste0("[", paste(x, collapse = ", "), "]")

set.seed(20240701)
walk <- function(n, ar, ma = 0) as.numeric(arima.sim(list(ar = ar, ma = ma), n))
samples <- list(
  c(1, 2, 4), c(3, 1, 4, 1, 5, 9, 2, 6), rnorm(10), rnorm(30, 100), rlnorm(50), walk(60, 0.5), walk(100, 0.9), walk(100, -0.6),
  walk(101, c(0.5, 0.3)), 1e-9 * walk(80, 0.7, 0.5), 1e12 * (5 + walk(80, 0.3)), seq(1, 40) + rnorm(40), rep(c(1, 2), 20),
  round(walk(150, 0.8)), 1e6 + walk(90, 0.95)
)
cases <- sapply(samples, function(x) {
  n <- length(x)
  fit <- acf(x, plot = FALSE)
  lags <- length(fit$acf) - 1
  some <- max(1, lags %/% 3)
  tests <- sapply(c(1, some, lags), function(lag) {
    test <- Box.test(x, lag, "Ljung-Box")
    p <- pchisq(test$statistic, lag, lower.tail = FALSE)
    sprintf('{"lags": %d, "statistic": %s, "p": %s}', lag, number(test$statistic), number(p))
  })
  variance <- if (n >= 4) number(initseq(x)$var.dec) else "null"
  sprintf('{"values": %s, "acf": %s, "tests": %s, "varianceOfMean": %s}',
    array(number(x)), array(number(fit$acf)), array(tests), variance)
})
cat(sprintf('{"tool": "R, mcmc %s", "version": "%s", "script": "series.R", "cases": [\n%s\n]}\n', packageVersion("mcmc"),
  paste(R.version$major, R.version$minor, sep = "."), paste(cases, collapse = ",\n")))
