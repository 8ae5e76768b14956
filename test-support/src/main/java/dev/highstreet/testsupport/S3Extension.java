package dev.highstreet.testsupport;

import java.net.URI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An S3-compatible server without buckets of a test's; name each anew. Register it as a static
 * field: {@code @RegisterExtension static final S3Extension S3 = new S3Extension();}
 */
public final class S3Extension implements BeforeAllCallback {
  private S3Server server;

  @Override
  public void beforeAll(ExtensionContext context) {
    server = SharedServer.of(context, S3Server.class, S3Server::start, S3Server::close);
  }

  /** Where it answers; buckets are parts of the path. */
  public URI endpoint() {
    return server.endpoint();
  }

  /** Whose requests it takes. */
  public String accessKey() {
    return S3Server.ACCESS_KEY;
  }

  /** What they must be signed with. */
  public String secretKey() {
    return S3Server.SECRET_KEY;
  }

  /** Stops it, lets something happen, and starts it again with what it held. */
  public void whileStopped(Meanwhile meanwhile) throws Exception {
    server.whileStopped(meanwhile);
  }
}
