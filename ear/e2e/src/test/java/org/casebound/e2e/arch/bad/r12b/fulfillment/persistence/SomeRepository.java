package org.casebound.e2e.arch.bad.r12b.fulfillment.persistence;

public class SomeRepository {}
