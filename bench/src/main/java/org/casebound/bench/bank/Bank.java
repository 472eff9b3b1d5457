package org.casebound.bench.bank;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.casebound.bench.http.Answer;
import org.casebound.bench.http.Message;
import org.casebound.bench.http.SmallServer;

/**
 * The bank stub, a process of its own and the same for the product and its twins. Cards are answered at once with 200; customers with
 * 202 and an acknowledgement {@value Acknowledgements#DELAY_MILLIS} ms later, to the twin if the path begins with {@value #TWIN}.
 * It keeps no books. Ends when its standard input does, so that it never outlives the process that started it.
 */
public final class Bank {
  /** Path prefix by which the twin calls. */
  public static final String TWIN = "/twin";

  private static final AtomicLong NUMBERS = new AtomicLong();

  private final Acknowledgements product;
  private final Acknowledgements twin;

  private Bank(Acknowledgements product, Acknowledgements twin) {
    this.product = product;
    this.twin = twin;
  }

  /** @param args addresses for the acknowledgements of the product and of the twin */
  public static void main(String[] args) throws IOException {
    Bank bank = new Bank(new Acknowledgements(args[0]), new Acknowledgements(args[1]));
    System.out.println(new SmallServer(bank::answer).address());
    while (System.in.read() >= 0) {
      // Nothing is said to the bank; only the end counts.
    }
    System.exit(0);
  }

  private Answer answer(Message call) {
    if ("GET".equals(call.method())) {
      return new Answer(200, "{\"status\":\"UP\"}");
    }
    String reference = "R-" + NUMBERS.incrementAndGet();
    if (!call.path().contains("/customers/")) {
      return new Answer(200, "{\"reference\":\"" + reference + "\"}");
    }
    (call.path().startsWith(TWIN) ? twin : product).plan(reference, call.header("idempotency-key"));
    return new Answer(202, "{\"reference\":\"" + reference + "\"}");
  }
}
