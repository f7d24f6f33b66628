# Best splits by the definition of Matteson & James (2014), all pairs of places and ends looped over, on the data of the first
# example of the ecp paper (James & Matteson 2014, JSS 62(7), section 4.1: set.seed(250), four periods of 100 normal values;
# it finds 201, 308 and 108, 1-based, in this order) and on points of three coordinates; for e-divisive.json.
# Run: Rscript e-divisive.R > e-divisive.json
number <- function(x) sprintf("%.17g", x)
array <- function(x) paste0("[", paste(x, collapse = ", "), "]")

within <- function(D) sum(D) / 2
split <- function(X, alpha, minimum, all) {
  D <- as.matrix(dist(X))^alpha
  N <- nrow(D)
  best <- c(NA, NA, -Inf)
  for (tau in minimum:(N - minimum)) for (kappa in if (all) (tau + minimum):N else N) {
    n <- tau; m <- kappa - tau
    first <- 1:tau; second <- (tau + 1):kappa
    e <- 2 / (n * m) * sum(D[first, second]) - within(D[first, first]) / choose(n, 2) - within(D[second, second]) / choose(m, 2)
    q <- n * m / (n + m) * e
    if (q > best[3] + 1e-9) best <- c(tau, kappa, q)
  }
  sprintf('{"alpha": %s, "minSegment": %d, "kappa": "%s", "index": %d, "statistic": %s}', number(alpha), minimum,
    if (all) "all" else "end", best[1], number(best[3]))
}
case <- function(X, minimum) {
  values <- array(if (ncol(X) == 1) number(X) else apply(X, 1, function(row) array(number(row))))
  splits <- unlist(lapply(c(0.5, 1, 1.7, 2), function(alpha) c(split(X, alpha, minimum, FALSE), split(X, alpha, minimum, TRUE))))
  sprintf('{"values": %s, "splits": %s}', values, array(splits))
}

set.seed(250)
example <- c(rnorm(100), rnorm(100, 0, 3), rnorm(100, 2, 1), rnorm(100, 2, 4))
first <- case(matrix(example[1:200]), 30)
second <- case(matrix(example[201:400]), 30)
set.seed(20240701)
points <- rbind(matrix(rnorm(60), 20), matrix(rnorm(75, 0.7), 25))
long <- case(matrix(round(exp(rnorm(50)), 2)), 2)
many <- case(points, 3)
cat(sprintf('{"tool": "R", "version": "%s", "script": "e-divisive.R", "example": %s, "cases": [\n%s\n]}\n',
  paste(R.version$major, R.version$minor, sep = "."), array(number(example)), paste(c(first, second, long, many), collapse = ",\n")))
