package dev.highstreet.platform;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.apache.flink.api.common.JobStatus;

/**
 * A job as a Flink cluster reports it.
 *
 * @param id 32 hexadecimal digits
 * @param name as the job calls itself
 * @param status where it stands
 * @param startedAt when it was submitted, by the cluster's clock
 */
public record FlinkJob(String id, String name, JobStatus status, Instant startedAt) {
  public FlinkJob {
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
    requireNonNull(status, "status is null");
    requireNonNull(startedAt, "startedAt is null");
  }
}
