package org.casebound.fulfillment.persistence;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.query.sqm.produce.function.FunctionParameterType;
import org.hibernate.type.StandardBasicTypes;

/** Gives queries PostgreSQL's search for words; the expression is that of the index {@code service_case_words}. */
public class WordFunction implements FunctionContributor {
  /** Whether one of two texts has the words: first text, second text, words as PostgreSQL's {@code to_tsquery} takes them. */
  static final String NAME = "has_words";

  @Override
  public void contributeFunctions(FunctionContributions functions) {
    functions
        .getFunctionRegistry()
        .patternDescriptorBuilder(NAME, "(to_tsvector('simple', ?1 || ' ' || ?2) @@ to_tsquery('simple', ?3))")
        .setInvariantType(functions.getTypeConfiguration().getBasicTypeRegistry().resolve(StandardBasicTypes.BOOLEAN))
        .setExactArgumentCount(3)
        .setParameterTypes(FunctionParameterType.STRING, FunctionParameterType.STRING, FunctionParameterType.STRING)
        .register();
  }
}
