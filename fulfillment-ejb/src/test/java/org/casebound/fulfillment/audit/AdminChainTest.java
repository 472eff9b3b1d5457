package org.casebound.fulfillment.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdminChainTest {
  private static final Instant NOW = Instant.parse("2026-11-26T21:00:00.123456789Z");

  private final AdminChangeHead head = AdminChangeHead.begin();
  private final List<AdminChange> changes = new ArrayList<>();

  AdminChainTest() {
    for (int number = 1; number <= 5; number++) {
      changes.add(head.append(NOW.plusSeconds(number), "admin", AdminChangeKind.CIRCUIT, "bank", "{\"state\":%d}".formatted(number - 1), "{\"state\":%d}".formatted(number)));
    }
  }

  @Test
  void aChainAsItWasMadeIsWhole() {
    assertThat(broken(changes)).isEmpty();
    assertThat(new AdminChain().end(AdminChangeHead.begin())).isEmpty();
  }

  @Test
  void aRowThatIsMissingIsNamedWhereverItWas() {
    for (int missing = 0; missing < changes.size(); missing++) {
      List<AdminChange> left = new ArrayList<>(changes);
      left.remove(missing);
      assertThat(broken(left)).hasValue(missing + 1L);
    }
  }

  @Test
  void aRowThatSaysSomethingElseIsNamedEvenWithAHashOfItsOwn() {
    AdminChange third = changes.get(2);
    changes.set(2, new AdminChange(3, third.at(), "somebody else", AdminChangeKind.CIRCUIT, third.subject(), third.before(), third.after(), changes.get(1).hash()));
    assertThat(broken(changes)).hasValue(4L);
  }

  @Test
  void aLastRowThatSaysSomethingElseIsNamed() {
    AdminChange last = changes.get(4);
    changes.set(4, new AdminChange(5, last.at(), last.who(), AdminChangeKind.CIRCUIT, last.subject(), last.before(), "", changes.get(3).hash()));
    assertThat(broken(changes)).hasValue(5L);
  }

  @Test
  void rowsThatChangedPlacesAreNamed() {
    AdminChange second = changes.get(1);
    changes.set(1, changes.get(2));
    changes.set(2, second);
    assertThat(broken(changes)).hasValue(2L);
  }

  @Test
  void partsCanNotMoveIntoTheNextOne() {
    AdminChange one = new AdminChange(1, NOW, "ab", AdminChangeKind.CIRCUIT, "c", "", "", "");
    AdminChange other = new AdminChange(1, NOW, "a", AdminChangeKind.CIRCUIT, "bc", "", "", "");
    assertThat(one.hash()).isNotEqualTo(other.hash());
  }

  @Test
  void keepsTheTimeThatADatabaseKeeps() {
    assertThat(changes.get(0).at()).isEqualTo(Instant.parse("2026-11-26T21:00:01.123456Z"));
  }

  private Optional<Long> broken(List<AdminChange> found) {
    AdminChain chain = new AdminChain();
    return chain.follow(found).or(() -> chain.end(head));
  }
}
