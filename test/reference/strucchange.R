# Best places for a given number of changes of mean, by breakpoints() of the package strucchange (Debian: r-cran-strucchange),
# which finds them exactly (Bai & Perron 2003), for strucchange.json.
# Run: Rscript strucchange.R > strucchange.json
# It names the last value of each segment, counted from 1, which is our index of the first value of the next, counted from 0.
suppressMessages(library(strucchange))
number <- function(x) sprintf("%.17g", x)
array <- function(x) paste0("[", paste(x, collapse = ", "), "]")

set.seed(20241105)
steps <- function(means, length, sd) signif(unlist(lapply(means, function(m) rnorm(length, m, sd))), 9)
series <- list(
  list(name = "Nile", values = as.numeric(Nile), minSegment = 5, changes = 1:4),
  list(name = "UKDriverDeaths", values = as.numeric(UKDriverDeaths), minSegment = 10, changes = 1:4),
  list(name = "lh", values = as.numeric(lh), minSegment = 2, changes = 1:6),
  list(name = "discoveries", values = as.numeric(discoveries), minSegment = 3, changes = 1:5),
  list(name = "four levels", values = steps(c(10, 12, 9, 11), 15, 1), minSegment = 2, changes = 1:5),
  list(name = "far from zero", values = 1e6 + steps(c(0, 1, 3), 20, 1), minSegment = 4, changes = 1:4),
  list(name = "noise", values = steps(100, 60, 5), minSegment = 3, changes = 1:4)
)
cases <- sapply(series, function(one) {
  values <- one$values
  fits <- sapply(one$changes, function(k) {
    found <- breakpoints(values ~ 1, h = one$minSegment, breaks = k)
    at <- breakpoints(found, breaks = k)
    sprintf('{"indices": %s, "cost": %s}', array(at$breakpoints), number(at$RSS))
  })
  sprintf('{"name": "%s", "values": %s, "minSegment": %d, "fits": %s}', one$name, array(number(values)), one$minSegment, array(fits))
})
cat(sprintf('{"tool": "R, strucchange %s", "version": "%s", "script": "strucchange.R", "cases": [\n%s\n]}\n',
  packageVersion("strucchange"), paste(R.version$major, R.version$minor, sep = "."), paste(cases, collapse = ",\n")))
