package org.casebound.fulfillment.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that can be added beside a line or below it.
 *
 * @param list pointer of the list that it goes into
 * @param index its place there
 */
public record OutlineAddition(String list, int index, OutlineChoice choice) {

  /** What can be added beside the line, right behind it, and then what at the end of each list below it. */
  public static List<OutlineAddition> of(List<OutlineLine> outline, OutlineLine line) {
    List<OutlineAddition> additions = new ArrayList<>();
    if (!line.list().isEmpty()) {
      int slash = line.pointer().lastIndexOf('/');
      int index = Integer.parseInt(line.pointer().substring(slash + 1));
      choices(line.list()).forEach(choice -> additions.add(new OutlineAddition(line.pointer().substring(0, slash), index + 1, choice)));
    }
    for (String below : line.kind().lists()) {
      if (fits(line, below)) {
        String list = line.pointer() + "/" + below;
        int size = (int) outline.stream().filter(other -> other.pointer().matches("\\Q" + list + "\\E/[0-9]+")).count();
        choices(below).forEach(choice -> additions.add(new OutlineAddition(list, size, choice)));
      }
    }
    return additions;
  }

  /** What can be added at the top level of a bundle. */
  public static List<OutlineAddition> atTop(List<OutlineLine> outline) {
    return Stream.of("flows", "integrations", "queues")
        .flatMap(
            list -> {
              int size = (int) outline.stream().filter(line -> line.pointer().matches("/" + list + "/[0-9]+")).count();
              return choices(list).map(choice -> new OutlineAddition("/" + list, size, choice));
            })
        .toList();
  }

  /** A list belongs to one kind of step or element; {@code onFault} to all elements. */
  private static boolean fits(OutlineLine line, String below) {
    String top = below.split("/")[0];
    return switch (line.kind()) {
      case ATTRIBUTE, FORM_FIELD -> !line.what().isEmpty();
      case FLOW -> line.what().isEmpty() || top.equals(line.what());
      case STEP -> top.equals(line.what()) || top.equals("undo") && !line.what().equals("interactive");
      case ELEMENT ->
          switch (top) {
            case "decide", "otherwise" -> line.what().equals("decide");
            case "do" -> line.what().equals("forEach");
            case "wait" -> line.what().equals("wait");
            default -> true;
          };
      default -> true;
    };
  }

  private static Stream<OutlineChoice> choices(String list) {
    return Arrays.stream(OutlineChoice.values()).filter(choice -> OutlineChoice.fits(choice, list));
  }

  /** The text with it. */
  public String into(String text) {
    return BundleEdit.add(text, list, index, choice.value());
  }

  /** Where it is then. */
  public String pointer() {
    return list + "/" + index;
  }
}
