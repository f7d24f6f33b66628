# Hartigans' dip by the package diptest, for dip.json. No ties: diptest allows the mode itself to be an atom.
# Run: Rscript dip.R > dip.json
library(diptest)
number <- function(x) sprintf("%.17g", x)
array <- function(x) paste0("[", paste(number(x), collapse = ", "), "]")

set.seed(20240504)
draws <- list(
  function(n) runif(n), function(n) rnorm(n, 1e6), function(n) 1e-9 * rlnorm(n, 0, 2), function(n) 1e12 * rexp(n),
  function(n) c(rnorm(ceiling(n / 2)), rnorm(floor(n / 2), 5)), function(n) rcauchy(n),
  function(n) c(rnorm(n - n %/% 3 * 2), rnorm(n %/% 3, 6, 2), rnorm(n %/% 3, 20, 0.1))
)
samples <- unlist(lapply(c(4, 5, 6, 7, 10, 15, 20, 50, 120), function(n) lapply(draws, function(draw) sort(draw(n)))), recursive = FALSE)
case <- function(x) sprintf('{"values": %s, "dip": %s}', array(x), number(dip(x)))
cat(sprintf('{"tool": "R", "version": "%s.%s, diptest %s", "script": "dip.R", "cases": [\n%s\n]}\n',
  R.version$major, R.version$minor, packageVersion("diptest"), paste(sapply(samples, case), collapse = ",\n")))
