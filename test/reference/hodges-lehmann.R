# Shifts with exact intervals by R's wilcox.test(conf.int = TRUE), and tails of qwilcox(), for hodges-lehmann.json.
# Run: Rscript hodges-lehmann.R > hodges-lehmann.json
# Samples are shaped so that no two pairwise differences tie, which is where R is exact. Its intervals start at the rank
# qwilcox(tail); ours may leave out that many pairs, which is one more where the tail is met exactly: such cases are left out.
number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
array <- function(x) paste0("[", paste(x, collapse = ", "), "]")

set.seed(20240503)
draw <- list(
  function(n) rnorm(n, 100, 2),
  function(n) rlnorm(n, 0, 1.5),
  function(n) 1e-9 * rexp(n),
  function(n) 1e12 * rgamma(n, 2)
)
cases <- c()
for (size in list(c(4, 4), c(5, 5), c(3, 12), c(2, 40), c(8, 13), c(20, 7), c(15, 15), c(25, 25), c(30, 30), c(11, 49))) {
  for (shape in draw) {
    baseline <- signif(shape(size[1]), 9)
    candidate <- signif(1.05 * shape(size[2]), 9)
    intervals <- c()
    for (confidence in c(0.8, 0.9, 0.95, 0.99, 0.999)) {
      tail <- (1 - confidence) / 2
      rank <- qwilcox(tail, size[2], size[1])
      if (rank == 0 || abs(pwilcox(rank, size[2], size[1]) / tail - 1) < 1e-9) next
      test <- wilcox.test(candidate, baseline, conf.int = TRUE, conf.level = confidence, exact = TRUE)
      intervals <- c(intervals, sprintf('{"confidence": %s, "interval": %s, "attainedConfidence": %s}', number(confidence),
        array(number(test$conf.int)), number(1 - 2 * pwilcox(rank - 1, size[2], size[1]))))
    }
    cases <- c(cases, sprintf('{"baseline": %s, "candidate": %s, "estimate": %s, "intervals": %s}',
      array(number(baseline)), array(number(candidate)),
      number(wilcox.test(candidate, baseline, conf.int = TRUE, exact = TRUE)$estimate[[1]]), array(intervals)))
  }
}
tails <- c()
for (size in list(c(1, 30), c(4, 4), c(2, 60), c(10, 10), c(23, 31), c(40, 45), c(100, 110), c(5, 300))) {
  for (tail in c(0.2, 0.05, 0.025, 0.005, 1e-4, 1e-8)) {
    rank <- qwilcox(tail, size[1], size[2])
    if (abs(pwilcox(rank, size[1], size[2]) / tail - 1) < 1e-9) next
    tails <- c(tails, sprintf('{"n": %s, "tail": %s, "margin": %d, "attained": %s}', array(size), number(tail), rank,
      number(pwilcox(rank - 1, size[1], size[2]))))
  }
}
cat(sprintf('{"tool": "R", "version": "%s", "script": "hodges-lehmann.R", "cases": [\n%s\n], "tails": [\n%s\n]}\n',
  paste(R.version$major, R.version$minor, sep = "."), paste(cases, collapse = ",\n"), paste(tails, collapse = ",\n")))
