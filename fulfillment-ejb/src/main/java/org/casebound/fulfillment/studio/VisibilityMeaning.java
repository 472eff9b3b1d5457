package org.casebound.fulfillment.studio;

import java.util.ArrayList;
import java.util.List;
import org.casebound.fulfillment.studio.cel.Declarations;
import org.casebound.fulfillment.studio.cel.ExpressionCheck;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** Checks when attributes are visible: each condition knows the attributes before its own, and nothing else. */
final class VisibilityMeaning {
  private VisibilityMeaning() {}

  static void check(List<Place> attributes, Problems problems) {
    List<Place> before = new ArrayList<>();
    for (Place attribute : attributes) {
      if (attribute.has("visibleWhen")) {
        Declarations known = Declarations.ofForm(BundleIndex.kinds(before), BundleIndex.rows(before), BundleIndex.choices("request", before));
        ExpressionReport.check(new ExpressionCheck(known), attribute.at("visibleWhen"), ValueKind.TRUTH, problems);
      }
      if (BundleIndex.hasValue(attribute)) {
        before.add(attribute);
      }
    }
  }
}
