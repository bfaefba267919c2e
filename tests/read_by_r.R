# The lines of docs/data_addresses.md, tried: each indicator by base R, readr and jsonlite where they
# are there. Writes how many rows each read, the sum of its values, and its first code of a place.
given <- commandArgs(trailingOnly = TRUE)
ways <- list(base = function(address) read.csv(paste0(address, ".csv"), fileEncoding = "UTF-8-BOM"))
if (requireNamespace("readr", quietly = TRUE))
  ways$readr <- function(address) readr::read_csv(paste0(address, ".csv"), show_col_types = FALSE)
if (requireNamespace("jsonlite", quietly = TRUE))
  ways$jsonlite <- function(address) jsonlite::fromJSON(paste0(address, ".json"))
for (name in names(ways)) for (address in given) {
  rows <- as.data.frame(ways[[name]](address))
  cat(name, basename(address), nrow(rows), sprintf("%.6f", sum(as.numeric(rows$value), na.rm = TRUE)),
      sum(is.na(rows$value)), as.character(rows$geo_id[1]), names(rows)[1], sep = "\t")
  cat("\n")
}
