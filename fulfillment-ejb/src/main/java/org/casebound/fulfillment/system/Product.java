package org.casebound.fulfillment.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What the build wrote into the product.
 *
 * @param commit empty when the build was not told
 */
record Product(String version, String commit) {

  static Product read() {
    Properties written = new Properties();
    try (InputStream file = Product.class.getResourceAsStream("product.properties")) {
      if (file != null) {
        written.load(file);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Product(written.getProperty("version", ""), written.getProperty("commit", ""));
  }

  SystemLine line() {
    return commit.isBlank() ? SystemLine.of(Finding.PRODUCT_VERSION, version) : SystemLine.of(Finding.PRODUCT_BUILT, version, commit);
  }
}
