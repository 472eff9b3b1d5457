package org.casebound.e2e.incontainer.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Map;
import org.casebound.fulfillment.action.FlowAction;

/** An action that prints everything but secrets. */
@Named("e2e_printer")
@ApplicationScoped
public class Printer implements FlowAction {
  @Override
  public Result run(Call call) {
    String text = call.input().get("text").toString();
    return text.equals("secret")
        ? new Result.Refused("NOT_PRINTED", "Secrets are not printed.")
        : new Result.Done(Map.of("letter", text.toUpperCase(Locale.ROOT)));
  }
}
