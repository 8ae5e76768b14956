package dev.highstreet.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.alerts.Alert.Kind;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertBoardTest {
  private static final Instant BEGINNING = Instant.parse("2026-01-05T10:00:00Z");
  private static final Map<Kind, String> DOWN = Map.of(Kind.JOB_DOWN, "It is down.");
  private static final Map<Kind, String> FINE = Map.of();

  private final AlertBoard board = new AlertBoard();

  @Test
  void alertBeginsOnceWhenSomethingStaysWrong() {
    assertThat(board.update(at(0), DOWN)).isEmpty();
    assertThat(board.update(at(5), DOWN)).isEmpty();
    assertThat(board.update(at(10), DOWN))
        .containsExactly(
            new AlertBoard.Change(
                new Alert(Kind.JOB_DOWN, "It is down.", BEGINNING), true, at(10)));
    assertThat(board.update(at(15), DOWN)).isEmpty();
    assertThat(board.standing()).hasSize(1);
  }

  @Test
  void alertEndsOnceWhenItStaysRight() {
    board.update(at(0), DOWN);
    board.update(at(10), DOWN);

    assertThat(board.update(at(20), FINE)).isEmpty();
    assertThat(board.standing()).hasSize(1);
    assertThat(board.update(at(30), FINE))
        .extracting(AlertBoard.Change::begins)
        .containsExactly(false);
    assertThat(board.standing()).isEmpty();
    assertThat(board.update(at(40), FINE)).isEmpty();
  }

  @Test
  void whatIsWrongForAMomentIsNoAlert() {
    board.update(at(0), DOWN);
    board.update(at(5), FINE);

    assertThat(board.update(at(10), DOWN)).isEmpty();
    assertThat(board.update(at(15), DOWN)).isEmpty();
  }

  @Test
  void wordsFollowWhatIsWrongWhileItStands() {
    board.update(at(0), DOWN);
    board.update(at(10), DOWN);

    assertThat(board.update(at(15), Map.of(Kind.JOB_DOWN, "It has failed."))).isEmpty();
    assertThat(board.standing())
        .containsExactly(new Alert(Kind.JOB_DOWN, "It has failed.", BEGINNING));
  }

  private static Instant at(int second) {
    return BEGINNING.plusSeconds(second);
  }
}
