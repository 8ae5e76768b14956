package dev.highstreet.dashboard.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.testsupport.PostgresExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProductQueryTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static Database database;
  private static ProductQuery products;

  @BeforeAll
  static void open() {
    InventedShop shop = InventedShop.history(POSTGRES);
    shop.execute("UPDATE core.products SET active = false WHERE product_id = 'P-0020'");
    database = Database.open(shop.url(), "highstreet_reader", "");
    products = new ProductQuery(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void pagesHaveEveryProductThatIsSoldOnce() {
    List<String> seen = new ArrayList<>();
    List<Product> page = products.active(filter("", "", ""), 7);
    while (!page.isEmpty()) {
      page.forEach(product -> seen.add(product.id()));
      page = products.active(filter("", "", seen.get(seen.size() - 1)), 7);
    }

    assertThat(seen).hasSize(59).doesNotHaveDuplicates().isSorted().doesNotContain("P-0020");
  }

  @Test
  void productIsFoundByItsIdInAnyCaseAndByPartOfItsName() {
    assertThat(ids(products.active(filter("p-0007", "", ""), 10))).containsExactly("P-0007");
    assertThat(ids(products.active(filter("ROBOT no. 7", "", ""), 10))).containsExactly("P-0007");
  }

  @Test
  void whatASearchMeansIsLetters() {
    assertThat(products.active(filter("%", "", ""), 10)).isEmpty();
    assertThat(products.active(filter("' OR '1'='1", "", ""), 10)).isEmpty();
    assertThat(products.active(filter("", "Toys' OR true --", ""), 10)).isEmpty();
  }

  @Test
  void categoryNarrowsASearch() {
    assertThat(products.active(filter("no.", "Toys", ""), 100))
        .hasSize(10)
        .allSatisfy(product -> assertThat(product.category()).isEqualTo("Toys"));
  }

  @Test
  void categoriesAddUpToWhatIsSold() {
    List<Category> categories = products.categories();

    assertThat(categories).extracting(Category::name).contains("Toys", "Garden").isSorted();
    assertThat(categories.stream().mapToLong(Category::products).sum()).isEqualTo(59);
  }

  @Test
  void withdrawnProductIsStillKnownByItsId() {
    assertThat(products.ofId("P-0020")).hasValueSatisfying(p -> assertThat(p.active()).isFalse());
    assertThat(products.ofId("P-9999")).isEmpty();
    assertThat(products.ofId("P-0001\0")).isEmpty();
  }

  @Test
  void whatIsOftenInTheSameBasketComesFirst() {
    List<String> together =
        database.rows(
            """
            SELECT o.product_id
            FROM core.order_lines AS l JOIN core.order_lines AS o USING (order_id)
            JOIN core.products AS p ON p.product_id = o.product_id AND p.active
            WHERE l.product_id = 'P-0001' AND o.product_id <> 'P-0001'
            GROUP BY 1 HAVING count(DISTINCT order_id) > 1
            ORDER BY count(DISTINCT order_id) DESC, 1 LIMIT 4
            """,
            row -> row.getString(1));

    assertThat(ids(products.boughtWith("P-0001", 4))).isNotEmpty().isEqualTo(together);
    assertThat(products.boughtWith("P-9999", 4)).isEmpty();
  }

  @Test
  void othersOfACategoryBeginAfterTheProduct() {
    Product product = products.ofId("P-0016").orElseThrow();

    assertThat(ids(products.ofSameCategory(product, 3)))
        .containsExactly("P-0022", "P-0028", "P-0034");
  }

  private static ProductFilter filter(String word, String category, String after) {
    return new ProductFilter(optional(word), optional(category), optional(after));
  }

  private static Optional<String> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static List<String> ids(List<Product> found) {
    return found.stream().map(Product::id).toList();
  }
}
