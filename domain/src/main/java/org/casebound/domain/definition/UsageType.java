package org.casebound.domain.definition;

/** What kind of service a process belongs to. The YAML name is the constant in camel case, e.g. {@code CustomerService}. */
public enum UsageType {
  CUSTOMER_SERVICE("CustomerService"),
  EMPLOYEE("Employee"),
  FINANCIAL_SERVICES("FinancialServices"),
  INDUSTRY("Industry");

  private final String yamlName;

  UsageType(String yamlName) {
    this.yamlName = yamlName;
  }

  /** The name used in bundles. */
  public String yamlName() {
    return yamlName;
  }
}
