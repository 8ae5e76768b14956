package dev.highstreet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.access.Token;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What people who mean no good write into addresses and forms: every route there is, every name
 * that its page knows.
 */
class HostileInputTest {
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final String ATTRIBUTE = "\" onfocus=alert(1) x=\"";
  private static final Pattern IN_A_TAG = Pattern.compile("<[a-z][^<>]*\" onfocus=");
  private static final List<String> HOSTILE =
      List.of(
          "x'; DROP TABLE core.orders; --",
          "1) OR true) UNION SELECT usename, passwd FROM pg_shadow --",
          SCRIPT,
          ATTRIBUTE,
          "../../../../../../etc/passwd",
          "..\\..\\windows\\win.ini",
          "a\0b",
          "line\r\nSet-Cookie: hostile=1",
          "99999999999999999999",
          "-1",
          "\uD800", // half a character
          "x".repeat(3_000));

  /** What a page knows: what its links and its fields are called. */
  private static final Pattern NAME = Pattern.compile("[?;&]([A-Za-z_-]+)=|name=\"([A-Za-z_-]+)\"");

  /** What the interface for programs takes beside. */
  private static final List<String> OF_PROGRAMS =
      List.of("q", "category", "limit", "after", "from", "to", "day", "store_id", "format", "page");

  private static final String OPERATOR = "an operator's token";

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static Browserless dashboard;

  @BeforeAll
  static void open() {
    AccessRules operators =
        new AccessRules(Optional.of(Token.of(OPERATOR)), Optional.empty(), true, Optional.empty());
    dashboard =
        Browserless.selling(
            InventedShop.history(POSTGRES).url(), operators, Browserless.SILENT_KAFKA);
  }

  @AfterAll
  static void close() {
    dashboard.close();
  }

  @Test
  void noParameterOfAnyPageDoesHarm() throws Exception {
    Map<String, Long> before = rows();
    int asked = 0;
    for (String path : paths("GET")) {
      String plain = path.replaceAll("[{<][^/]*[}>]", "1");
      for (String name : names(plain)) {
        for (String text : HOSTILE) {
          String address = plain + "?" + name + "=" + encoded(text);
          holdsNothingOf(address, dashboard.get(address));
          asked++;
        }
      }
    }

    assertThat(asked).isGreaterThan(1_000);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void noPartOfAnyPathDoesHarm() throws Exception {
    Map<String, Long> before = rows();
    for (String path : paths("GET")) {
      if (path.contains("{") || path.contains("<")) {
        for (String text : HOSTILE) {
          String address = path.replaceAll("[{<][^/]*[}>]", encoded(text));
          HttpResponse<String> answer = dashboard.get(address);
          holdsNothingOf(address, answer);
          assertThat(answer.statusCode()).as(address).isIn(200, 400, 404, 414);
          assertThat(answer.body()).as(address).doesNotContain("root:x:");
        }
      }
    }
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void noFieldOfAnyChangeDoesHarm() throws Exception {
    Map<String, Long> before = rows();
    NavigableSet<String> names = new TreeSet<>();
    for (String path : paths("GET")) {
      names.addAll(names(path.replaceAll("[{<][^/]*[}>]", "1")));
    }
    for (String path : paths("POST")) {
      String plain = path.replaceAll("[{<][^/]*[}>]", "1");
      for (String text : HOSTILE) {
        String form =
            String.join("&", names.stream().map(name -> name + "=" + encoded(text)).toList());
        holdsNothingOf(plain, dashboard.post(plain, form, bearer()));
        String json = "{\"lines\":[{\"productId\":\"%s\",\"quantity\":1}]}".formatted(json(text));
        holdsNothingOf(
            plain,
            dashboard.ask(
                "POST",
                plain,
                json,
                "Authorization",
                "Bearer " + OPERATOR,
                "Content-Type",
                "application/json"));
      }
    }
    assertThat(rows()).isEqualTo(before);
  }

  /** Neither a failure nobody thought of, nor anything of it as it was written. */
  private static void holdsNothingOf(String asked, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(asked).isNotEqualTo(500);
    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .as(asked)
        .doesNotContain("hostile");
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.startsWith("text/html")) {
      assertThat(answer.body()).as(asked).doesNotContain(SCRIPT).doesNotContainPattern(IN_A_TAG);
    }
    assertThat(answer.body())
        .as(asked)
        .doesNotContain("org.postgresql", "PSQLException", "\tat ", "pg_shadow'");
  }

  /** All routes of a method, but for the streams: these do not end. */
  private static List<String> paths(String method) {
    return dashboard.routes().stream()
        .filter(route -> route.startsWith(method + " ") && !route.endsWith("/live"))
        .map(route -> route.substring(method.length() + 1))
        .toList();
  }

  private static NavigableSet<String> names(String path) {
    NavigableSet<String> names = new TreeSet<>();
    if (path.startsWith("/api/")) {
      names.addAll(OF_PROGRAMS);
      return names;
    }
    NAME.matcher(dashboard.get(path, bearer()).body())
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .forEach(names::add);
    return names;
  }

  private static String[] bearer() {
    return new String[] {"Authorization", "Bearer " + OPERATOR};
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\r", "\\r")
        .replace("\n", "\\n")
        .replace("\0", "\\u0000");
  }

  /** How many rows each table has, but for the record of what was tried. */
  private static Map<String, Long> rows() throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    try (Connection connection = POSTGRES.as(Roles.OWNER).getConnection();
        Statement statement = connection.createStatement();
        ResultSet tables =
            statement.executeQuery(
                """
                SELECT schemaname || '.' || tablename,
                       (xpath('/row/n/text()', query_to_xml(
                          format('SELECT count(*) AS n FROM %I.%I', schemaname, tablename),
                          false, true, '')))[1]::text::bigint
                FROM pg_tables
                WHERE schemaname IN ('core', 'mart', 'ops') AND tablename <> 'audit'
                """)) {
      while (tables.next()) {
        rows.put(tables.getString(1), tables.getLong(2));
      }
    }
    return rows;
  }
}
