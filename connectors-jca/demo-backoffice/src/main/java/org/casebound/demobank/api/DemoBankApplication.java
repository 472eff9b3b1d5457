package org.casebound.demobank.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The bank's web interface, from the root of its deployment. */
@ApplicationPath("/")
public class DemoBankApplication extends Application {}
