package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/** {@code GET /monitoring/letters/TOPIC/PARTITION/OFFSET}: a dead letter's bytes, as a file. */
final class LetterBytes {
  private final LetterQuery letters;

  LetterBytes(LetterQuery letters) {
    this.letters = requireNonNull(letters, "letters is null");
  }

  /** Sends them; 404 where there is no such letter, or it has no bytes. */
  void send(Context request) {
    LetterPlace place =
        LetterPlace.parse(
            "place",
            "%s/%s/%s"
                .formatted(
                    request.pathParam("topic"),
                    request.pathParam("partition"),
                    request.pathParam("offset")));
    Letter letter = letters.letter(place).orElseThrow(NotFoundResponse::new);
    byte[] bytes = letter.bytes().orElseThrow(NotFoundResponse::new);
    request.contentType("application/octet-stream");
    // the name has letters, digits, dots and dashes alone: the place was parsed
    request.header("Content-Disposition", "attachment; filename=\"" + letter.fileName() + "\"");
    request.result(bytes);
  }
}
