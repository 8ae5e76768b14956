package dev.highstreet.jobs.config;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a job that brings the marts up to date was told.
 *
 * @param sales where it reads and writes, and by which rules
 * @param marts the names of those that it writes, and nothing of what happened beside them; empty
 *     for all, and for what happened, too
 */
public record BoundedConfig(SalesConfig sales, List<String> marts) {
  public BoundedConfig {
    requireNonNull(sales, "sales is null");
    marts = List.copyOf(marts);
  }
}
