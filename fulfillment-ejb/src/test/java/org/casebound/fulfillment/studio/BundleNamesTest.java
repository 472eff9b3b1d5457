package org.casebound.fulfillment.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleNamesTest {
  private static final BundleReader READER = new BundleReader();

  @Test
  void everyPlaceGetsTheNewNameAndNothingElseChanges() {
    String before = TestBundles.text(TestBundles.EVERYTHING);
    ProcessBundle bundle = READER.read("e.yaml", before);
    List<String> lines = bundle.queues().stream().map(queue -> "queue:" + queue.name() + "=elsewhere_" + queue.name()).toList();
    String after = BundleNames.renamed("e.yaml", before, NameMapping.of(lines));
    ProcessBundle renamed = READER.read("e.yaml", after);
    assertThat(renamed.queues()).extracting(queue -> queue.name()).allSatisfy(name -> assertThat(name).startsWith("elsewhere_"));
    assertThat(after.lines().count()).isEqualTo(before.lines().count());
    assertThat(after.replace("elsewhere_", "")).isEqualTo(before);
    List<String> back = bundle.queues().stream().map(queue -> "queue:elsewhere_" + queue.name() + "=" + queue.name()).toList();
    assertThat(READER.read("e.yaml", BundleNames.renamed("e.yaml", after, NameMapping.of(back)))).isEqualTo(bundle);
  }

  @Test
  void connectorsAreTheOnesOfThisPlace() {
    String before = DemoBundles.text(DemoBundles.ADDRESS_UPDATE);
    String after = BundleNames.renamed("a.yaml", before, NameMapping.of(List.of("connector:java:/eis/CoreBanking=java:/eis/TestBank")));
    assertThat(READER.read("a.yaml", after).integrations()).extracting(IntegrationDefinition::connector).contains("java:/eis/TestBank").doesNotContain("java:/eis/CoreBanking");
  }

  @Test
  void quotedNamesAndConstantsInExpressionsChangeToo() {
    String text =
        """
        # \uD83D\uDE00 first
        bundle: casebound/1
        process: { name: P, version: 1, label: P, queue: "q", fulfillmentFlow: F, attributes: [{ name: queue, type: Text }] }
        flows:
          - name: F
            stages:
              - name: s
                steps:
                  - name: a
                    interactive: { queue: 'q', assignee: "'group:people'", outcomes: [x] }
                  - name: b
                    background:
                      - notify: IN_APP
                        to: "'queue:q'"
                        subject: "'queue:q'"
                        text: "'q'"
                      - assign: { to: "'queue:q'" }
                      - assign: { queue: "'q'" }
        queues: [{ name: q }]
        """;
    String after = BundleNames.renamed("x.yaml", text, NameMapping.of(List.of("queue:q=longer_name", "group:people=all.people")));
    assertThat(after)
        .contains("queue: \"longer_name\"", "queue: 'longer_name'", "to: \"'queue:longer_name'\"\n", "\"'group:all.people'\"", "{ name: longer_name }")
        .contains("subject: \"'queue:q'\"", "assign: { queue: \"'q'\" }", "assign: { to: \"'queue:q'\" }", "{ name: queue, type: Text }");
    READER.read("x.yaml", after);
  }

  @Test
  void scenariosGetTheNamesOfThisPlaceToo() {
    String text =
        """
        bundle: casebound/1
        process:
          name: P
          version: 1
          label: P
          queue: q
          preprocessor: choose
          fulfillmentFlow: F
          attributes: [{ name: team, type: Queue }, { name: word, type: Text }]
        flows:
          - name: F
            stages:
              - name: s
                steps:
                  - name: a
                    interactive: { queue: q, outcomes: [x], fields: [{ name: next, type: Queue }, { name: why, type: Text }] }
        queues: [{ name: q }]
        scenarios:
          - name: it
            request: { team: q, word: q } # the q stays
            work: [{ step: a, data: { next: 'q', why: q } }]
            answers:
              - { preprocessor: choose, reply: { team: "q", word: q } }
              - { action: print, reply: { team: q } }
            expect: { request: { team: q, word: q }, tells: ['queue:q', group:people, q] }
          - { name: other, request: { team: q }, expect: { tells: group:people } }
        """;
    READER.read("x.yaml", text);
    String after = BundleNames.renamed("x.yaml", text, NameMapping.of(List.of("queue:q=branch", "group:people=all.people")));
    assertThat(after)
        .contains("request: { team: branch, word: q } # the q stays\n", "data: { next: 'branch', why: q }", "reply: { team: \"branch\", word: q }", "reply: { team: q }")
        .contains("expect: { request: { team: branch, word: q }, tells: ['queue:branch', group:all.people, q] }")
        .contains("{ name: other, request: { team: branch }, expect: { tells: group:all.people } }");
    assertThat(READER.read("x.yaml", after).scenarios()).extracting(scenario -> scenario.request().get("team")).containsOnly("branch");
    assertThat(BundleNames.renamed("x.yaml", after, NameMapping.of(List.of("queue:branch=q", "group:all.people=people")))).isEqualTo(text);
  }

  @Test
  void aNameThatCanNotBeChangedHasItsPlace() {
    String text = "bundle: casebound/1\nprocess: { name: P, version: 1, label: P, queue: \"\\x71\" }\nqueues: [{ name: q }]\n";
    READER.read("x.yaml", text);
    assertThatThrownBy(() -> BundleNames.renamed("x.yaml", text, NameMapping.of(List.of("queue:q=other"))))
        .isInstanceOf(BundleRefused.class)
        .hasMessageStartingWith("x.yaml:2:50: The name 'q' is written so that it can not be changed");
  }

  @Test
  void whatHasNoOtherNameStaysAsItIs() {
    String text = "no: [yaml";
    assertThat(BundleNames.renamed("x.yaml", text, NameMapping.of(List.of("queue:a=a")))).isSameAs(text);
    assertThat(NameMapping.of(List.of("queue:a=a", "queue:b=c")).newQueues()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "queue", "queue:a", "queue:a=", "queue:=a", "user:a=b", "queue:a=b c", "queue:a=__b", "connector:java:/x=a\nb", "=:", "queue=a:b"})
  void whatMapsNothingIsRefused(String line) {
    assertThatThrownBy(() -> NameMapping.of(List.of(line)))
        .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("BUNDLE-006"));
  }

  @Test
  void aNameHasOneNameHere() {
    assertThatThrownBy(() -> NameMapping.of(List.of("queue:a=b", "queue:a=c"))).hasMessageContaining("'b' and 'c'");
  }
}
