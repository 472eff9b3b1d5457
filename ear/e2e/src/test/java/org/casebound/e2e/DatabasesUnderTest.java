package org.casebound.e2e;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** All databases, or those that {@code -Dcasebound.e2e.databases=H2} names. */
public final class DatabasesUnderTest implements ArgumentsProvider {

  static List<Database> chosen() {
    String names = System.getProperty("casebound.e2e.databases", "H2,POSTGRESQL");
    return Arrays.stream(names.split(",")).map(name -> Database.valueOf(name.trim().toUpperCase(java.util.Locale.ROOT))).toList();
  }

  @Override
  public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
    return chosen().stream().map(Arguments::of);
  }
}
