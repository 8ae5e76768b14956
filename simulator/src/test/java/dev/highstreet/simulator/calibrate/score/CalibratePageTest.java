package dev.highstreet.simulator.calibrate.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.simulator.calibrate.score.Measure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibratePageTest {
  private static final Path PAGE = Path.of("..", "docs", "calibrate.md");

  @Test
  void goalsOnThePageAreThoseOfTheScorecardInItsOrder() throws IOException {
    assertThat(promised())
        .isEqualTo(Arrays.stream(Measure.values()).map(CalibratePageTest::goal).toList());
  }

  /** A row may hold several measures, and one goal for each of them. */
  private static List<String> promised() throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    List<String> goals = new ArrayList<>();
    for (String row : lines.subList(lines.indexOf("| measure | compares | goal |"), lines.size())) {
      String[] cells = row.split("\\|", -1);
      if (cells.length != 5) {
        return goals;
      }
      if (!cells[3].contains("goal") && !cells[3].contains("---")) {
        String[] each = cells[3].replace("each", "").split(";", -1);
        int measures = cells[1].split(";", -1).length;
        for (int i = 0; i < measures; i++) {
          goals.add(each[each.length == 1 ? 0 : i].strip());
        }
      }
    }
    return goals;
  }

  private static String goal(Measure measure) {
    return switch (measure.kind()) {
      case TV -> "1.2 × floor";
      case CLOSENESS -> "≥ " + measure.goal(1);
      case KS, CORRELATION, AUC, DIFFERENCE, COPIES -> "≤ " + measure.goal(perfect(measure));
    };
  }

  private static double perfect(Measure measure) {
    return measure.kind() == Kind.AUC ? 0.5 : 0;
  }
}
