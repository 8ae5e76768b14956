package dev.highstreet.testsupport;

import dev.highstreet.platform.EmbeddedPostgresServer;
import dev.highstreet.platform.EmbeddedPostgresServer.Durability;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;

/**
 * A migrated PostgreSQL server that takes TLS connections only, as one on another machine should.
 * Its certificate was made for it, and says that it is 127.0.0.1, and nobody else.
 */
public final class TlsPostgres implements AutoCloseable {
  private static final char[] PASSWORD = "not a secret".toCharArray();
  private static final String ALIAS = "server";

  private final EmbeddedPostgresServer server;
  private final Path certificate;

  private TlsPostgres(EmbeddedPostgresServer server, Path certificate) {
    this.server = server;
    this.certificate = certificate;
  }

  /**
   * Starts one.
   *
   * @param directory empty; for its data and its certificate
   */
  public static TlsPostgres start(Path directory)
      throws IOException, GeneralSecurityException, SQLException, InterruptedException {
    Path data = directory.resolve("data");
    Path certificate = directory.resolve("server.crt");
    EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data, 0, Durability.THROWAWAY);
    try {
      KeyStore store = selfSigned(directory.resolve("server.p12"));
      Files.writeString(certificate, pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()));
      Path key = data.resolve("server.key");
      Files.createFile(
          key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(key, pem("PRIVATE KEY", store.getKey(ALIAS, PASSWORD).getEncoded()));
      Files.copy(certificate, data.resolve("server.crt"));
      Files.writeString(data.resolve("pg_hba.conf"), "hostssl all all 127.0.0.1/32 trust\n");
      turnOn(server);
    } catch (IOException | GeneralSecurityException | SQLException | RuntimeException e) {
      server.close();
      throw e;
    }
    return new TlsPostgres(server, certificate);
  }

  private static void turnOn(EmbeddedPostgresServer server) throws SQLException {
    try (Connection connection =
            server.as(EmbeddedPostgresServer.ADMINISTRATOR, "postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER SYSTEM SET ssl = on");
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  private static KeyStore selfSigned(Path file)
      throws IOException, GeneralSecurityException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=highstreet-test",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool made no certificate: " + said);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream bytes = Files.newInputStream(file)) {
      store.load(bytes, PASSWORD);
    }
    return store;
  }

  private static String pem(String what, byte[] bytes) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, text, what);
  }

  /**
   * Its JDBC address, without a user; no role has a password.
   *
   * @param host by which to call it
   * @param parameters the driver's, such as {@code sslmode=verify-full}
   */
  public String url(String host, String parameters) {
    return server.url(EmbeddedPostgresServer.DATABASE).replace("127.0.0.1", host)
        + "?"
        + parameters;
  }

  /** The certificate to trust, a PEM file: the driver's {@code sslrootcert}. */
  public Path certificate() {
    return certificate;
  }

  @Override
  public void close() {
    server.close();
  }
}
