package org.casebound.demobank.acknowledgement;

import java.net.URI;
import java.util.Optional;

/**
 * Where acknowledgements are sent.
 *
 * @param uri the address to POST to
 * @param basicCredentials {@code user:password} for HTTP Basic; empty sends none
 */
public record Receiver(URI uri, Optional<String> basicCredentials) {}
