package org.casebound.bench.load;

import org.casebound.bench.http.Caller;

/** S3: a system files a change of address; core banking accepts it and acknowledges later. */
public final class AcknowledgedCall extends ProductWorkload {

  public AcknowledgedCall(Caller api) {
    super(api);
  }

  @Override
  public long drive() {
    return file(
        SYSTEM,
        "{\"process\":\"Bench_Move_Customer\",\"subject\":\"Moved to Hamburg\",\"attributes\":{\"customerId\":\""
            + CardNumbers.next() + "\",\"city\":\"Hamburg\"}}");
  }
}
