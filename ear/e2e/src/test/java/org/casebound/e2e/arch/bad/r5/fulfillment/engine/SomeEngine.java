package org.casebound.e2e.arch.bad.r5.fulfillment.engine;

public class SomeEngine {}
