package dev.highstreet.dashboard.shell;

import io.javalin.http.Context;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/**
 * What is left of a request's body when the request is refused. A server that answers and closes
 * with bytes unread makes TCP reset the connection, and the reset takes the end of the answer along
 * before the client has read it; so what is left is read first, and passed over.
 */
final class UnreadBody {
  /** As much as the largest body that is taken anywhere, an upload: 65 MiB. */
  private static final long MOST_BYTES = 65L << 20;

  private UnreadBody() {}

  /**
   * Reads the body to its end; where that is too far, or not known, tells the client that the
   * connection ends with the answer.
   */
  static void passOver(Context request) {
    long length = request.req().getContentLengthLong();
    boolean chunked = request.header("Transfer-Encoding") != null;
    if (length <= 0 && !chunked) {
      return;
    }
    // who awaits a word before sending (Expect) has sent nothing that need be read
    boolean readable = !chunked && length <= MOST_BYTES && request.header("Expect") == null;
    if (!readable || !isReadToItsEnd(request)) {
      request.header("Connection", "close");
    }
  }

  private static boolean isReadToItsEnd(Context request) {
    try {
      ServletInputStream rest = request.req().getInputStream();
      byte[] buffer = new byte[8192];
      while (rest.read(buffer) >= 0) {
        // passed over
      }
      return rest.isFinished();
    } catch (IOException | IllegalStateException e) { // the client is gone, or it is read otherwise
      return false;
    }
  }
}
