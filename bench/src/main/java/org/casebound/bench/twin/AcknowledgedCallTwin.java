package org.casebound.bench.twin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebound.bench.http.Answer;
import org.casebound.bench.http.Caller;
import org.casebound.bench.http.Message;
import org.casebound.bench.http.SmallServer;

/** The twin of S3: five statements, three commits, one call out and one call in. */
public final class AcknowledgedCallTwin extends TwinWorkload {
  private static final Pattern KEY = Pattern.compile("\"idempotencyKey\":\"([0-9]+)\"");

  public AcknowledgedCallTwin(Twin twin, Caller bank) {
    super(twin, bank);
  }

  /** Takes the bank's acknowledgements for a twin. */
  public static SmallServer listen(Twin twin) {
    return new SmallServer(message -> acknowledged(twin, message));
  }

  @Override
  public long drive() {
    long id = Twin.newId();
    twin.run(session -> {
      insertCase(session, id);
      session.commit();
      session.change("update twin.service_case set status = 'WAITING', reference = ? where id = ?", moveCustomer(id), id);
      session.commit();
    });
    return id;
  }

  private static Answer acknowledged(Twin twin, Message message) {
    Matcher key = KEY.matcher(message.body());
    if (!key.find()) {
      return new Answer(400, "{}");
    }
    twin.run(session -> {
      close(session, Long.parseLong(key.group(1)));
      session.commit();
    });
    return new Answer(200, "{}");
  }
}
