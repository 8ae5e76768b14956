package dev.highstreet.dashboard.browser;

import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.access.Token;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How every test in a browser begins: with an invented shop, pages over it, and a browser, which
 * all classes share. Register it as a static field: {@code @RegisterExtension static final Pages
 * PAGES = Pages.readOnly();}
 */
final class Pages implements BeforeAllCallback, AfterAllCallback {
  private static final ExtensionContext.Namespace SHARED =
      ExtensionContext.Namespace.create(Pages.class);

  /** Of an operator. */
  static final String TOKEN = "an operator's token of a test";

  /** Who signs in with {@link #signIn} may change something; anybody may read. */
  static final AccessRules OPERATED = AccessRules.operatedWith(Token.of(TOKEN));

  private final PostgresExtension postgres = new PostgresExtension();
  private final KafkaExtension kafka;
  private final BiFunction<InventedShop, KafkaExtension, Browserless> opening;
  private InventedShop shop;
  private Browserless dashboard;
  private Chromium chromium;

  private Pages(
      KafkaExtension kafka, BiFunction<InventedShop, KafkaExtension, Browserless> opening) {
    this.kafka = kafka;
    this.opening = requireNonNull(opening, "opening is null");
  }

  /** Pages that change nothing, over forty days of history; Kafka and Flink do not answer. */
  static Pages readOnly() {
    return of(shop -> settled(Browserless.on(shop.url())));
  }

  /** The same history, with pages that are opened over it. */
  static Pages of(Function<InventedShop, Browserless> opening) {
    return new Pages(null, (shop, kafka) -> opening.apply(shop));
  }

  /** The same with a Kafka, at {@code HOST:PORT}. */
  static Pages withKafka(BiFunction<InventedShop, String, Browserless> opening) {
    return new Pages(
        new KafkaExtension(), (shop, kafka) -> opening.apply(shop, kafka.bootstrapServers()));
  }

  /**
   * The same pages once they know that Kafka and Flink are silent: what is said of that moves a
   * page when it is first said.
   */
  static Browserless settled(Browserless dashboard) {
    try {
      Eventually.wait(
          Duration.ofSeconds(30),
          "the pages to know that Kafka and Flink are silent",
          () -> {
            String page = dashboard.get("/documentation").body();
            return page.contains("Kafka does not answer") && page.contains("Flink does not answer");
          });
      return dashboard;
    } catch (Exception e) {
      dashboard.close();
      throw new AssertionError(e);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    postgres.beforeAll(context);
    if (kafka != null) {
      kafka.beforeAll(context);
    }
    shop = InventedShop.history(postgres);
    dashboard = opening.apply(shop, kafka);
    chromium =
        context
            .getRoot()
            .getStore(SHARED)
            .getOrComputeIfAbsent(Chromium.class, key -> Chromium.open(), Chromium.class);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (dashboard != null) {
      dashboard.close();
    }
    postgres.afterAll(context);
  }

  /** The shop whose pages these are. */
  InventedShop shop() {
    return shop;
  }

  /** What serves them, to be asked without a browser. */
  Browserless dashboard() {
    return dashboard;
  }

  /** Their database. */
  PostgresExtension postgres() {
    return postgres;
  }

  /** Their Kafka, where they have one. */
  KafkaExtension kafka() {
    return requireNonNull(kafka, "these pages have no Kafka");
  }

  /** A page's whole address. */
  String address(String path) {
    return dashboard.address(path);
  }

  /** The browser. */
  Chromium chromium() {
    return chromium;
  }

  /** A window of its own, in which nobody has signed in. */
  Chromium.Window window(int width, int height) {
    return chromium.window(width, height);
  }

  /** The same, in which an operator has signed in. */
  Chromium.Window operatorsWindow(int width, int height) {
    Chromium.Window window = chromium.window(width, height);
    signIn(window.page());
    return window;
  }

  /** Signs in as an operator; the pages must have been opened as {@link #OPERATED}. */
  void signIn(Page page) {
    page.navigate(address("/sign-in"));
    page.getByLabel("Token").fill(TOKEN);
    page.getByLabel("Token").press("Enter");
    PlaywrightAssertions.assertThat(page.locator("body")).hasAttribute("data-role", "operator");
  }
}
