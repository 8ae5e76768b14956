package dev.highstreet.cli.outcome;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.cli.sales.TopicCounts;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.replay.ReplayReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A summary for machines: one line of JSON. Amounts are exact decimal numbers. */
final class SummaryJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

  private SummaryJson() {}

  /** The line, without its end. */
  static String of(Summary summary) {
    ObjectNode root = JSON.createObjectNode();
    root.put("run", summary.run());
    events(root.putObject("orders"), summary, Topic.ORDERS);
    ObjectNode lines = root.putObject("lines");
    lines.put("accepted", summary.totals().lines());
    counts(lines.putObject("quarantined"), summary.quarantinedLines());
    root.put("units", summary.totals().units());
    root.put("grossSales", summary.totals().grossSales());
    root.put("distinctCustomers", summary.totals().customers());
    ObjectNode returns = root.putObject("returns");
    returns.put("count", summary.totals().returns());
    returns.put("units", summary.totals().returnedUnits());
    returns.put("refunds", summary.totals().refunds());
    events(returns, summary, Topic.RETURNS);
    summary.file().ifPresent(file -> rows(root.putObject("rows"), file));
    conservation(root.putObject("conservation"), summary);
    memory(root.putObject("peakResidentBytes"), summary);
    ObjectNode seconds = root.putObject("seconds");
    seconds.put("startToReady", seconds(summary.timings().startToReady()));
    seconds.put("firstEventToLastRow", seconds(summary.timings().firstEventToLastRow()));
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // a tree of numbers and strings is always written
    }
  }

  private static void rows(ObjectNode node, ReplayReport file) {
    node.put("read", file.rows());
    counts(node.putObject("rejected"), file.rejectedByReason());
  }

  private static void events(ObjectNode node, Summary summary, Topic topic) {
    TopicCounts counts = summary.of(topic).counts();
    node.put("produced", summary.of(topic).events());
    node.put("accepted", counts.accepted());
    node.put("quarantined", counts.quarantined());
    node.put("repeated", counts.repeated());
    node.put("late", counts.late());
    node.put("behind", counts.behind());
  }

  private static void counts(ObjectNode node, Map<String, Long> counts) {
    new TreeMap<>(counts).forEach(node::put);
  }

  private static void conservation(ObjectNode node, Summary summary) {
    for (Conservation line : summary.conservation()) {
      node.putObject(line.topic())
          .put("produced", line.produced())
          .put("accepted", line.counts().accepted())
          .put("quarantined", line.counts().quarantined())
          .put("repeated", line.counts().repeated())
          .put("late", line.counts().late())
          .put("behind", line.counts().behind())
          .put("ticks", line.counts().ticks())
          .put("difference", line.difference());
    }
  }

  /** "process" is all but Postgres: dashboard, Kafka, Flink and its jobs share one. */
  private static void memory(ObjectNode node, Summary summary) {
    summary.peakMemory().ifPresent(bytes -> node.put("process", bytes));
    node.put("postgres", summary.peakPostgresMemory());
  }

  private static BigDecimal seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis()).movePointLeft(3).setScale(1, RoundingMode.HALF_UP);
  }
}
