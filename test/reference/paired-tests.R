# Paired t, signed-rank and Kolmogorov-Smirnov tests by R, for paired-tests.json.
# Run: Rscript paired-tests.R > paired-tests.json
number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
array <- function(x) paste0("[", paste(number(x), collapse = ", "), "]")
object <- function(fields) paste0("{", paste0('"', names(fields), '": ', fields, collapse = ", "), "}")
alternatives <- c("two.sided", "less", "greater")
each <- function(test) object(setNames(sapply(alternatives, test), sub(".", "-", alternatives, fixed = TRUE)))

set.seed(20240602)
pairs <- list(
  list(c(10, 12, 11, 14), c(11, 14, 12, 17)),
  list(c(10, 12, 11, 14, 9, 13), c(11, 14, 10, 17, 13, 18)),
  list(c(1, 2, 3, 4, 5, 6, 7), c(1, 2, 4, 6, 4, 9, 12)))
for (n in c(5, 6, 8, 10, 15, 20, 30, 45, 49, 80)) {
  shared <- rnorm(n)
  pairs <- c(pairs, list(
    list(10 + shared + 0.3 * rnorm(n), 10.3 + shared + 0.3 * rnorm(n)),
    list(1e-9 * rlnorm(n), 1e-9 * rlnorm(n, 0.3)),
    list(1e12 * (5 + rgamma(n, 3)), 1e12 * (5.5 + rgamma(n, 3))),
    list(round(10 + 2 * rnorm(n)), round(11 + 2 * rnorm(n)))))
}

paired_t <- function(x, y) each(function(alternative) {
  test <- t.test(y, x, paired = TRUE, alternative = alternative, conf.level = 0.9, mu = 0.1 * sd(x))
  object(c(statistic = number(test$statistic[[1]]), p = number(test$p.value), interval = array(test$conf.int),
    estimate = number(test$estimate[[1]])))
})

signed_rank <- function(x, y) {
  d <- y - x
  d <- d[d != 0]
  exact <- length(d) == length(x) && !anyDuplicated(abs(d)) && length(d) < 50
  each(function(alternative) {
    normal <- wilcox.test(y, x, paired = TRUE, alternative = alternative, exact = FALSE, correct = TRUE)
    fields <- c(statistic = number(normal$statistic[[1]]), normal = number(normal$p.value))
    if (exact) {
      test <- wilcox.test(y, x, paired = TRUE, alternative = alternative, exact = TRUE, conf.int = TRUE, conf.level = 0.9)
      fields <- c(fields, exact = number(test$p.value), interval = array(test$conf.int),
        estimate = number(test$estimate[[1]]))
    }
    object(fields)
  })
}

# R speaks of the distribution function of the first sample, which lies above where the second has larger values.
gap <- function(x, y) each(function(alternative) {
  exact <- ks.test(x, y, alternative = alternative, exact = TRUE)
  limit <- ks.test(x, y, alternative = alternative, exact = FALSE)
  object(c(statistic = number(exact$statistic[[1]]), exact = number(exact$p.value), asymptotic = number(limit$p.value)))
})

cases <- suppressWarnings(sapply(pairs, function(pair) object(c(
  baseline = array(pair[[1]]), candidate = array(pair[[2]]), pairedT = paired_t(pair[[1]], pair[[2]]),
  signedRank = signed_rank(pair[[1]], pair[[2]]),
  gap = gap(pair[[1]], pair[[2]][seq_len(max(3, length(pair[[2]]) %/% 2))]), nullDifference = number(0.1 * sd(pair[[1]]))))))
cat(sprintf('{"tool": "R", "version": "%s", "script": "paired-tests.R", "cases": [\n%s\n]}\n',
  paste(R.version$major, R.version$minor, sep = "."), paste(cases, collapse = ",\n")))
