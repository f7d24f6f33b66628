# Sample quantiles of all nine types by R's quantile(), for quantile.json.
# Run: Rscript quantile.R > quantile.json
number <- function(x) sprintf("%.17g", x)
array <- function(x) paste0("[", paste(x, collapse = ", "), "]")

set.seed(20240501)
samples <- list(
  5, c(2, 1), c(3, 1, 2), c(1, 1, 1, 1), c(0, 0, 1, 1, 1, 5), c(4, 8, 15, 16, 23, 42, 108), seq(10, 1), seq(1, 11),
  round(rnorm(20, 100, 3)), rnorm(25, -5), rlnorm(40, 0, 1.5), 1e-9 * rexp(33), 1e12 + 1e6 * rnorm(50), 1e12 * rlnorm(17),
  round(rexp(101), 1)
)
probabilities <- c(0, 0.01, 0.05, 0.1, 0.2, 0.25, 1 / 3, 0.4, 0.5, 0.6, 0.75, 0.9, 0.95, 0.99, 0.999, 1)

cases <- sapply(samples, function(values) {
  estimates <- sapply(1:9, function(type) array(number(quantile(values, probabilities, type = type, names = FALSE))))
  sprintf('{"values": %s, "estimates": %s}', array(number(values)), array(estimates))
})
cat(sprintf('{"tool": "R", "version": "%s", "script": "quantile.R", "p": %s, "cases": [\n%s\n]}\n',
  paste(R.version$major, R.version$minor, sep = "."), array(number(probabilities)), paste(cases, collapse = ",\n")))
