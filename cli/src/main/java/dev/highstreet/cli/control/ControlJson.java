package dev.highstreet.cli.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.simulator.live.Outside;
import dev.highstreet.simulator.live.Sending;
import dev.highstreet.simulator.live.SimulatorControl;
import dev.highstreet.simulator.scenario.ScenarioMark;

/** A simulator's state, as it is on the wire: times in UTC, ISO 8601. */
final class ControlJson {
  private ControlJson() {}

  static ObjectNode of(SimulatorControl.State state) {
    ObjectNode json =
        new ObjectMapper()
            .createObjectNode()
            .put("shopTime", state.shopTime().toString())
            .put("live", state.live())
            .put("speed", state.speed())
            .put("paused", state.paused())
            .put("sent", state.sent());
    ArrayNode scenarios = json.putArray("scenarios");
    for (ScenarioMark mark : state.scenarios()) {
      ObjectNode scenario =
          scenarios
              .addObject()
              .put("name", mark.name())
              .put("from", mark.from().toString())
              .put("to", mark.to().toString());
      mark.parameters().forEach(scenario.putObject("parameters")::put);
    }
    Outside outside = state.outside();
    json.putObject("outside")
        .put("since", outside.since().toString())
        .put("orders", outside.orders())
        .put("units", outside.units())
        .put("netMicros", outside.netMicros())
        .put("refused", outside.refused())
        .put("transactions", outside.transactions())
        .put("revisions", outside.revisions())
        .put("repeated", outside.repeated());
    state.sending().ifPresent(sending -> put(json.putObject("sending"), sending));
    state.lastActivity().ifPresent(last -> json.put("lastActivity", last.toString()));
    return json;
  }

  private static void put(ObjectNode json, Sending sending) {
    json.put("count", sending.count())
        .put("sent", sending.sent())
        .put("skipped", sending.skipped())
        .put("betweenMillis", sending.between().toMillis())
        .put("since", sending.since().toString());
    if (!sending.isGoingOn()) {
      json.put("until", sending.until().toString());
    }
  }
}
