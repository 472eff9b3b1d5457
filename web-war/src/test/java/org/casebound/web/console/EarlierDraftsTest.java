package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlierDraftsTest {
  private final EarlierDrafts drafts = new EarlierDrafts();

  @Test
  void changesAreUndoneFromTheLastToTheFirst() {
    drafts.changed("A", "one", 1, 2);
    drafts.changed("A", "two", 2, 3);
    assertThat(drafts.last("A", 3)).contains("two");
    drafts.undone(4);
    assertThat(drafts.last("A", 4)).contains("one");
    drafts.undone(5);
    assertThat(drafts.last("A", 5)).isEmpty();
  }

  @Test
  void whatSomebodyElseChangedIsNotUndone() {
    drafts.changed("A", "one", 1, 2);
    assertThat(drafts.last("A", 3)).isEmpty();
    drafts.changed("A", "theirs", 3, 4);
    assertThat(drafts.last("A", 4)).contains("theirs");
    drafts.undone(5);
    assertThat(drafts.last("A", 5)).as("what was before theirs").isEmpty();
  }

  @Test
  void anotherDraftBeginsAnew() {
    drafts.changed("A", "one", 1, 2);
    drafts.changed("B", "other", 2, 3);
    assertThat(drafts.last("A", 2)).isEmpty();
    drafts.undone(4);
    assertThat(drafts.last("B", 4)).isEmpty();
  }

  @Test
  void itKeepsNoMoreThanASessionBears() {
    for (int i = 0; i <= EarlierDrafts.MOST; i++) {
      drafts.changed("A", "text " + i, i, i + 1);
    }
    int version = EarlierDrafts.MOST + 1;
    int undone = 0;
    while (drafts.last("A", version).isPresent()) {
      drafts.undone(++version);
      undone++;
    }
    assertThat(undone).isEqualTo(EarlierDrafts.MOST);
    drafts.changed("A", "x".repeat(EarlierDrafts.MOST_CHARACTERS + 1), version, version + 1);
    assertThat(drafts.last("A", version + 1)).isEmpty();
  }
}
