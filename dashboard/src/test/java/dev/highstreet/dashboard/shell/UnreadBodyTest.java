package dev.highstreet.dashboard.shell;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.access.Token;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client reads whose request is refused before its body was read: bytes on a socket. */
class UnreadBodyTest {
  private static Browserless dashboard;

  @BeforeAll
  static void open() {
    dashboard =
        Browserless.on(
            Browserless.SILENT_DATABASE, AccessRules.operatedWith(Token.of("an operator's token")));
  }

  @AfterAll
  static void close() {
    dashboard.close();
  }

  @Test
  void wholeAnswerArrivesAndTheConnectionServesTheNextRequest() throws Exception {
    int length = 3 << 20;

    String answers =
        answersTo(
            head("Content-Length: " + length),
            new byte[length],
            head("Content-Length: 1", "Connection: close"),
            new byte[1]);

    assertThat(answers.split("HTTP/1.1 401 ", -1)).hasSize(3);
    assertThat(answers.split("HTTP/1.1 401 ", -1)[1].strip()).endsWith("}");
    assertThat(answers.strip()).endsWith("}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5000000000", // more than is read
        "Transfer-Encoding: chunked", // who knows how much
        "Content-Length: 10\r\nExpect: 100-continue" // not sent before it is asked for
      })
  void answerAwaitsNoBodyThatMayNotComeAndEndsTheConnection(String header) throws Exception {
    String answer = answersTo(head(header));

    assertThat(answer).startsWith("HTTP/1.1 401 ").containsIgnoringCase("Connection: close");
    assertThat(lastBody(answer)).isNotEmpty();
  }

  private static byte[] head(String... headers) {
    return "POST /simulator/clock HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n%s\r\n\r\n"
        .formatted(String.join("\r\n", headers))
        .getBytes(US_ASCII);
  }

  /** Sends all before it reads anything, as simple clients do, and reads to the end. */
  private static String answersTo(byte[]... sent) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), dashboard.port())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      for (byte[] part : sent) {
        out.write(part);
      }
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  private static String lastBody(String answers) {
    return answers.substring(answers.lastIndexOf("\r\n\r\n") + 4);
  }
}
