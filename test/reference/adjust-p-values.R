# Adjusted p-values by R's p.adjust(), for adjust-p-values.json.
# Run: Rscript adjust-p-values.R > adjust-p-values.json
number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
array <- function(x) paste0("[", paste(x, collapse = ", "), "]")

set.seed(20240504)
families <- list(0.03, c(0.01, 0.04, 0.03), c(0.5, 0.5, 0.5), c(1, 0, 0.2, 0.2), c(0.04, 0.01, 0.04, 0.2, 0.9, 1))
for (size in c(2, 5, 20, 100)) {
  families <- c(families, list(runif(size), runif(size)^4, round(runif(size)^2, 2), 10^runif(size, -12, 0)))
}
names <- c(bonferroni = "bonferroni", holm = "holm", hochberg = "hochberg", BH = "benjamini-hochberg", BY = "benjamini-yekutieli")
cases <- c()
for (p in families) {
  for (extra in c(0, 7)) {
    size <- length(p) + extra
    adjusted <- sapply(names(names), function(method)
      sprintf('"%s": %s', names[[method]], array(number(p.adjust(p, method, n = size)))))
    cases <- c(cases, sprintf('{"p": %s, "family": %d, "adjusted": {%s}}', array(number(p)), size,
      paste(adjusted, collapse = ", ")))
  }
}
cat(sprintf('{"tool": "R", "version": "%s", "script": "adjust-p-values.R", "cases": [\n%s\n]}\n',
  paste(R.version$major, R.version$minor, sep = "."), paste(cases, collapse = ",\n")))
