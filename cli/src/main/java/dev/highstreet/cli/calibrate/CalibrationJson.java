package dev.highstreet.cli.calibrate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.simulator.calibrate.CalibrationResult;
import dev.highstreet.simulator.calibrate.Estimate;
import dev.highstreet.simulator.calibrate.score.Score;
import java.util.Locale;

/** What came of a calibration, for machines: one line of JSON. */
final class CalibrationJson {
  private CalibrationJson() {}

  static String of(CalibrationResult result) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("rows", result.reading().rows());
    result.reading().droppedByReason().forEach(json.putObject("dropped")::put);
    json.put("orders", result.reading().history().orders().size());
    json.put("customers", result.reading().history().customers());
    ObjectNode seconds = json.putObject("seconds");
    result
        .timings()
        .forEach(
            (stage, took) ->
                seconds.put(stage.name().toLowerCase(Locale.ROOT), took.toMillis() / 1000.0));
    ObjectNode found = json.putObject("found");
    result.estimates().forEach(one -> put(found, one));
    result.notes().forEach(json.putArray("notes")::add);
    ObjectNode scores = json.putObject("scores");
    result.scorecard().ifPresent(card -> card.scores().forEach(score -> put(scores, score)));
    return json.toString();
  }

  private static void put(ObjectNode found, Estimate estimate) {
    found
        .putObject(estimate.figure())
        .put("value", estimate.value())
        .put("error", estimate.error());
  }

  private static void put(ObjectNode scores, Score score) {
    if (score.isTaken()) {
      scores
          .putObject(score.measure().name())
          .put("value", score.value())
          .put("floor", score.floor())
          .put("goal", score.goal())
          .put("met", score.isMet());
    }
  }
}
