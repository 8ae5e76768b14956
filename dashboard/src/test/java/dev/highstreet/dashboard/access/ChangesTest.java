package dev.highstreet.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Role;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import io.javalin.Javalin;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChangesTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private final AtomicInteger done = new AtomicInteger();
  private InventedShop shop;
  private AuditLog log;
  private Javalin server;

  @BeforeEach
  void start() {
    shop = InventedShop.empty(POSTGRES);
    shop.execute("TRUNCATE ops.audit");
    log = AuditLog.open(shop.url(), Roles.READER, "");
    server = serve(log);
  }

  private Javalin serve(AuditLog book) {
    Changes changes = new Changes(book);
    return Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.routes.before(request -> Caller.stranger(Role.OPERATOR).remember(request));
              config.routes.post(
                  "/done",
                  changes.audited(
                      "shelve",
                      (request, change) -> {
                        done.incrementAndGet();
                        change.target("shelf 3");
                        change.detail("two jars");
                      }));
              config.routes.post(
                  "/refused",
                  changes.audited(
                      "shelve",
                      (request, change) -> {
                        throw RequestProblem.wrongField("jars", "-1", "at least 1");
                      }));
              config.routes.post(
                  "/broken",
                  changes.audited(
                      "shelve",
                      (request, change) -> {
                        throw new IllegalStateException("the shelf fell");
                      }));
              config.routes.exception(
                  RequestProblem.class, (problem, request) -> request.status(problem.status()));
              config.routes.exception(
                  IllegalStateException.class,
                  (problem, request) -> request.status(HttpStatus.INTERNAL_SERVER_ERROR));
            })
        .start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    server.stop();
    log.close();
  }

  @Test
  void changeIsWrittenDownBeforeAndAfter() {
    assertThat(post(server, "/done")).isEqualTo(200);

    assertThat(audit())
        .containsExactly(
            "operator 127.0.0.1 shelve /done ASKED ",
            "operator 127.0.0.1 shelve shelf 3 DONE two jars");
  }

  @Test
  void refusalAndFailureAreWrittenDownWithTheirReason() {
    post(server, "/refused");
    post(server, "/broken");

    assertThat(audit())
        .containsExactly(
            "operator 127.0.0.1 shelve /refused ASKED ",
            "operator 127.0.0.1 shelve /refused REFUSED jars is \"-1\"; allowed is at least 1",
            "operator 127.0.0.1 shelve /broken ASKED ",
            "operator 127.0.0.1 shelve /broken FAILED java.lang.IllegalStateException: the shelf fell");
  }

  @Test
  void nothingIsDoneThatCannotBeWrittenDown() {
    try (AuditLog silent = AuditLog.open("jdbc:postgresql://127.0.0.1:1/shop", "reader", "")) {
      Javalin unaudited = serve(silent);
      try {
        assertThat(post(unaudited, "/done")).isEqualTo(503);
      } finally {
        unaudited.stop();
      }
    }
    assertThat(done).hasValue(0);
  }

  @Test
  void whatIsWrittenDownStays() {
    post(server, "/done");

    for (String role : List.of(Roles.READER, Roles.WRITER)) {
      for (String statement :
          List.of("DELETE FROM ops.audit", "UPDATE ops.audit SET actor = 'nobody'")) {
        assertThat(stateOf(role, statement)).as(role + ": " + statement).isEqualTo("42501");
      }
    }
  }

  private static String stateOf(String role, String statement) {
    try (Connection connection = POSTGRES.as(role).getConnection()) {
      connection.createStatement().execute(statement);
      return "done";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private static int post(Javalin to, String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + to.port() + path))
                  .POST(BodyPublishers.noBody())
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> audit() {
    try (Connection connection = POSTGRES.as(Roles.READER).getConnection();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    """
                    SELECT concat_ws(' ', actor, address, action, target, outcome, detail)
                    FROM ops.audit ORDER BY audit_id""")) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(row.getString(1));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
