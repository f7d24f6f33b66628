# Shapiro & Wilk's test by R's shapiro.test(), skewness G1 and excess kurtosis G2 by their definitions, for normality.json.
# Run: Rscript normality.R > normality.json
number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
array <- function(x) paste0("[", paste(x, collapse = ", "), "]")

set.seed(20240503)
sizes <- c(3, 4, 5, 6, 8, 11, 12, 13, 20, 30, 50, 100, 300)
draws <- list(
  function(n) rnorm(n), function(n) 1e6 + rnorm(n), function(n) 1e-9 * rlnorm(n), function(n) 1e12 * rgamma(n, 2),
  function(n) round(rnorm(n, 20, 3)), function(n) rt(n, 3), function(n) runif(n), function(n) c(rnorm(n - 1), 40)
)
samples <- unlist(lapply(sizes, function(n) lapply(draws, function(draw) draw(n))), recursive = FALSE)
samples <- Filter(function(x) length(unique(x)) > 1, samples)

case <- function(x) {
  test <- shapiro.test(x)
  n <- length(x)
  z <- (x - mean(x)) / sqrt(mean((x - mean(x))^2))
  skewness <- mean(z^3) * sqrt(n * (n - 1)) / (n - 2)
  kurtosis <- (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (mean(z^4) - 3) + 6)
  sprintf('{"values": %s, "statistic": %s, "p": %s, "skewness": %s, "excessKurtosis": %s}', array(number(signif(x, 15))),
    number(test$statistic[[1]]), number(test$p.value), number(skewness), number(kurtosis))
}
samples <- lapply(samples, function(x) signif(x, 15))
cat(sprintf('{"tool": "R", "version": "%s.%s", "script": "normality.R", "cases": [\n%s\n]}\n',
  R.version$major, R.version$minor, paste(sapply(samples, case), collapse = ",\n")))
