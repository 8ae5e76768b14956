package dev.highstreet.dashboard.intake;

import dev.highstreet.dashboard.shell.FieldProblem;
import dev.highstreet.schemas.ProductRevised;
import java.util.Optional;

/** Products, as a numbering sees them: without event ids and times. */
final class ProductShape implements Numbering.Shape<ProductRevised> {
  @Override
  public String id(ProductRevised product) {
    return product.getProductId();
  }

  @Override
  public int number(ProductRevised product) {
    return product.getRevision();
  }

  @Override
  public ProductRevised as(ProductRevised product, int number) {
    return ProductRevised.newBuilder(product).setRevision(number).build();
  }

  @Override
  public ProductRevised after(ProductRevised product, ProductRevised before) {
    return product;
  }

  @Override
  public Optional<FieldProblem> fault(String place, ProductRevised product, ProductRevised before) {
    return Optional.empty();
  }
}
