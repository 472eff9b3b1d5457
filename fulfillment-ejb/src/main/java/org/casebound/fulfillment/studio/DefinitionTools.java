package org.casebound.fulfillment.studio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.casebound.domain.definition.AttributeValidation;
import org.casebound.domain.definition.Expressions;
import org.casebound.fulfillment.studio.cel.CelExpressions;

/** Hands out the tools that work with definitions; each exists once, because each is costly to make and safe to share. */
@ApplicationScoped
public class DefinitionTools {
  @Produces
  @Singleton
  Expressions expressions() {
    return new CelExpressions();
  }

  @Produces
  @Singleton
  AttributeValidation attributeValidation(Expressions expressions) {
    return new AttributeValidation(new Re2Patterns(), expressions);
  }

  @Produces
  @Singleton
  BundleReader bundleReader() {
    return new BundleReader();
  }
}
