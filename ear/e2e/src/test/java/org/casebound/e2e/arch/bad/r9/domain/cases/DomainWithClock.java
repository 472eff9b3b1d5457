package org.casebound.e2e.arch.bad.r9.domain.cases;

import java.time.Instant;

class DomainWithClock {
  Instant now() {
    return Instant.now();
  }
}
