# Mean squares by R's aov(), and the components that follow from them, for variance-components.json.
# Run: Rscript variance-components.R > variance-components.json
number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
array <- function(x) paste0("[", paste(x, collapse = ", "), "]")

set.seed(20240505)
cases <- c()
for (sizes in list(c(3, 3), c(5, 5, 5, 5), c(1, 4, 2), c(10, 30, 20, 5, 12), rep(8, 12), c(1, 1, 1, 2))) {
  for (shape in list(c(100, 2, 1), c(1e-9, 1e-12, 1e-11), c(5e11, 1e10, 1e9), c(10, 0.01, 3))) {
    runs <- lapply(sizes, function(n) signif(shape[1] + shape[2] * rnorm(1) + shape[3] * (rexp(n) - 1), 9))
    y <- unlist(runs)
    run <- factor(rep(seq_along(sizes), sizes))
    # Mean squares are taken of scaled deviations: aov() loses digits to a mean far from zero.
    scale <- max(abs(y - mean(y)))
    squares <- summary(aov((y - mean(y)) / scale ~ run))[[1]][["Mean Sq"]] * scale^2
    length <- (sum(sizes) - sum(sizes^2) / sum(sizes)) / (length(sizes) - 1)
    between <- (squares[1] - squares[2]) / length
    cases <- c(cases, sprintf('{"runs": %s, "between": %s, "within": %s, "isNegative": %s}',
      array(sapply(runs, function(x) array(number(x)))), number(max(0, between)), number(squares[2]),
      tolower(between < 0)))
  }
}
cat(sprintf('{"tool": "R", "version": "%s", "script": "variance-components.R", "cases": [\n%s\n]}\n',
  paste(R.version$major, R.version$minor, sep = "."), paste(cases, collapse = ",\n")))
