# Welch's test by R's t.test(), for welch-t-test.json.
# Run: Rscript welch-t-test.R > welch-t-test.json
number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
array <- function(x) paste0("[", paste(x, collapse = ", "), "]")

set.seed(20240502)
pairs <- list(
  list(c(2, 1, 3, 4), c(6, 5, 7, 9)),
  list(c(10, 12), c(11, 17)),
  list(c(10, 10, 10), c(11, 12, 14)),
  list(round(rnorm(30, 100, 2)), round(rnorm(30, 101, 2))),
  list(rnorm(8, 50, 1), rnorm(40, 50, 8)),
  list(rnorm(90, 1, 0.01), rnorm(120, 1.002, 0.02)),
  list(rlnorm(60, 0, 1), rlnorm(45, 0.3, 1.2)),
  list(1e-9 * rexp(25), 1e-9 * rexp(35, 0.5)),
  list(1e12 * rlnorm(12, 0, 0.1), 1e12 * rlnorm(15, 0.05, 0.1)),
  list(rnorm(5, -3), rnorm(6, 3)),
  list(1e4 + rnorm(20), 1e4 + 0.5 + rnorm(20)),
  list(rexp(300), 1.05 * rexp(250))
)

tests <- function(baseline, candidate) {
  spread <- sd(c(baseline, candidate))
  results <- c()
  for (alternative in c("two.sided", "less", "greater")) {
    for (setting in list(c(0.95, 0), c(0.9, spread), c(0.999, -spread / 7))) {
      test <- t.test(candidate, baseline, alternative = alternative, mu = setting[2], conf.level = setting[1])
      fields <- c(
        confidence = number(setting[1]), nullDifference = number(setting[2]), statistic = number(test$statistic[[1]]),
        estimate = number(test$estimate[[1]] - test$estimate[[2]]), interval = array(number(test$conf.int)),
        df = number(test$parameter[[1]]), p = number(test$p.value), standardError = number(test$stderr))
      results <- c(results, sprintf('{"alternative": "%s", %s}', sub(".", "-", alternative, fixed = TRUE),
        paste0('"', names(fields), '": ', fields, collapse = ", ")))
    }
  }
  array(results)
}

cases <- sapply(pairs, function(pair) sprintf('{"baseline": %s, "candidate": %s, "tests": %s}',
  array(number(pair[[1]])), array(number(pair[[2]])), tests(pair[[1]], pair[[2]])))
cat(sprintf('{"tool": "R", "version": "%s", "script": "welch-t-test.R", "cases": [\n%s\n]}\n',
  paste(R.version$major, R.version$minor, sep = "."), paste(cases, collapse = ",\n")))
