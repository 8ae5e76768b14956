package dev.highstreet.jobs.config;

/** How a bounded job is executed. */
enum RunMode {
  STREAMING,
  BATCH
}
