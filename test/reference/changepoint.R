# The answers of the R package changepoint to its own examples, for changepoint.json: its tests state them
# (github.com/rkillick/changepoint, tests/testthat/test-examples.R, commit 32d2e6f23b20162cdbbb1be81c4195246072a8b7), and
# what is drawn here is the data that they are about.
# Run: Rscript changepoint.R > changepoint.json
# It names the last value of each segment, counted from 1, which is our index of the first value of the next, counted from 0.
number <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
array <- function(x) paste0("[", paste(x, collapse = ", "), "]")
case <- function(name, values, ...) {
  rest <- list(...)
  sprintf('{"name": "%s", "values": %s, %s}', name, array(number(values)),
    paste(sprintf('"%s": %s', names(rest), unlist(rest)), collapse = ", "))
}

set.seed(1); means <- c(rnorm(50, 0, 1), rnorm(50, 5, 1), rnorm(50, 10, 1), rnorm(50, 3, 1))
set.seed(1); spreads <- c(rnorm(50, 0, 1), rnorm(50, 5, 3), rnorm(50, 10, 1), rnorm(50, 3, 10))
set.seed(1); mean <- c(rnorm(100, 0, 1), rnorm(100, 5, 1))
set.seed(1); spread <- c(rnorm(100, 0, 1), rnorm(100, 2, 10))

# The range of penalties, the smallest penalty at which each segmentation is the best, and the segmentations.
paths <- c(
  case("mean", means, cost = '"mean-shift"', minSegment = 1, range = array(c(4, 1500)),
    penalties = array(c(4, 4.332496, 4.385247, 4.684254, 559.366988, 646.962719, 1311.335695)),
    path = "[[50, 96, 100, 133, 150, 159, 180], [50, 96, 100, 133, 150], [50, 100, 133, 150], [50, 100, 150], [50, 150], [50], []]"),
  case("mean and variance", spreads, cost = '"mean-variance"', minSegment = 2,
    range = array(number(c(2, 100) * log(200))),
    penalties = array(c(10.59663, 10.68431, 11.31088, 11.38307, 119.78669, 191.42622)),
    path = paste0("[[15, 17, 22, 44, 46, 50, 100, 133, 151], [15, 17, 22, 50, 100, 133, 151], [50, 100, 133, 151], ",
      "[50, 100, 150], [50], []]"))
)
# Of pelt() with the penalty "mbic", and of binarySegmentation() with up to five changes and a penalty by hand.
single <- c(
  case("mean", mean, cost = '"mean-shift"', indices = "[100]"),
  case("mean and variance", spread, cost = '"mean-variance"', indices = "[100]")
)
binary <- c(
  case("mean", means, cost = '"mean-shift"', penalty = number(2 * log(200)), indices = "[50, 100, 150]"),
  case("mean and variance", spreads, cost = '"mean-variance"', penalty = number(4 * log(200)), indices = "[50, 100, 150, 152]")
)
cat(sprintf('{"tool": "R changepoint, its tests", "version": "32d2e6f2", "script": "changepoint.R", "paths": [\n%s\n], "single": [\n%s\n], "binary": [\n%s\n]}\n',
  paste(paths, collapse = ",\n"), paste(single, collapse = ",\n"), paste(binary, collapse = ",\n")))
