package dev.highstreet.cli.verify;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The newest run of the sales job that is reckoned with, and those that it went on from.
 *
 * @param id as {@code ops.runs} numbers it
 * @param chain the runs whose counts add up to everything: it, and those before it that read what
 *     it did not have to
 * @param goesOn whether it may write while it is looked at
 * @param hasReadAll whether nothing is left for it to read: what it left is to be compared whole
 * @param watermark up to when periods are final; empty before it knows
 */
record SalesRun(
    long id, List<Long> chain, boolean goesOn, boolean hasReadAll, Optional<Instant> watermark) {
  SalesRun {
    chain = List.copyOf(chain);
    requireNonNull(watermark, "watermark is null");
  }
}
